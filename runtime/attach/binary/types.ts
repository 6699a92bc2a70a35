import type { ElfFile, ElfSegment } from '../../../core/elf/types.js';

/** An executable or a library that user-space probes are set in. */
export interface Binary {
  /** Absolute. */
  readonly path: string;
  readonly elf: ElfFile;
  readonly segments: readonly ElfSegment[];
}

/** A function of a binary, as its symbols tell. */
export interface BinaryFunction {
  /** Without its version. */
  readonly name: string;
  readonly version: string | undefined;
  /** False for an old version of a name, which only programs use that were linked then. */
  readonly isDefault: boolean;
  readonly isGlobal: boolean;
  readonly address: number;
}
