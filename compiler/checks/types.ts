import type { Diagnostic } from '../../core/diagnostics.js';
import type { BpfObject } from '../../core/object/types.js';
import type { SourcePlaces } from './source-places.js';

/** What a check looks at. */
export interface Checked {
  readonly object: BpfObject;
  readonly places: SourcePlaces;
}

/** Finds one sort of mistake that clang lets pass, and that libbpf, the verifier or the kernel does not. */
export type Check = (checked: Checked) => Diagnostic[];
