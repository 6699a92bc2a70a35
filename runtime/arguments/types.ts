import type { Shape } from '../../core/record/types.js';

/** One global variable that the command line can set. Offsets and sizes are in bytes of its section. */
export interface ProgramArgument {
  /** The option, without its dashes. */
  readonly name: string;
  /** One character. */
  readonly short: string | undefined;
  /** The variable, or the path of a member in it: `cfg.port`. */
  readonly variable: string;
  readonly section: string;
  readonly sectionIndex: number;
  readonly offset: number;
  readonly shape: Shape;
  readonly littleEndian: boolean;
  /** As C spells it. */
  readonly type: string;
  readonly help: string | undefined;
  /** What it is when the option is not given, as text. */
  readonly defaultText: string;
  /** Bytes of the default that the manifest names, where the object holds others. */
  readonly preset: Uint8Array | undefined;
}

/** Bytes to put into a section of variables before the program is loaded. */
export interface Patch {
  readonly section: string;
  readonly sectionIndex: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** What a program's arguments say. */
export interface ParsedArguments {
  readonly patches: readonly Patch[];
  readonly help: boolean;
  readonly version: boolean;
}
