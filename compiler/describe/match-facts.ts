import type { Diagnostic } from '../../core/diagnostics.js';
import type { BpfObject } from '../../core/object/types.js';
import type { CompiledWithFacts } from '../compile-with-facts.js';
import type { Said } from './describe-own.js';
import { reportMissing } from './report-missing.js';
import { resolveTypes } from './resolve-types.js';

/** What a source says as far as its object bears it out. */
export interface MatchedFacts {
  /** Undefined where the source was not read: there is nothing in it. */
  readonly said: Said | undefined;
  /** What is wrong with the annotations, and which types the object does not have. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the types that a source speaks of in its object. Throws {@link BtfError} where the BTF is broken. */
export function matchFacts(
  { facts, kept }: Pick<CompiledWithFacts, 'facts' | 'kept'>,
  { btf }: Pick<BpfObject, 'btf'>,
): MatchedFacts {
  if (!facts) return { said: undefined, diagnostics: [] };
  const resolved = btf ? resolveTypes(btf, kept) : new Map();
  return {
    said: { facts, resolved },
    diagnostics: [...facts.diagnostics, ...(btf ? reportMissing(facts, resolved, btf) : [])],
  };
}
