import type { TypedShape } from '../../core/record/types.js';

/** What a value of any BTF type becomes: integers of more than 32 bits are bigint, so that none loses a digit. */
export type Value =
  number | bigint | boolean | string | null | readonly Value[] | { readonly [name: string]: Value };

/** A type made ready for decoding: resolved once, shared by decoder, writers, filter and columns. */
export interface EventType extends TypedShape {
  readonly littleEndian: boolean;
  /** Bytes that a record has to have at least. */
  readonly needed: number;
}

/** Names for addresses; undefined for one that has none. */
export interface SymbolResolver {
  readonly kernel: (address: bigint) => string | undefined;
  /** The process id is undefined where the record has none. */
  readonly user: (address: bigint, processId: number | undefined) => string | undefined;
}

/** Bytes that records are read from, most often a whole mapped buffer. Made by {@link sourceOf}. */
export interface Source {
  readonly bytes: Buffer;
  readonly view: DataView;
  /** Where the current record ends: set for each record, so that nothing is allocated for one. */
  end: number;
}

/** Reads a value at an offset of the source. The record has to be long enough: see {@link EventType}.needed. */
export type ReadValue = (source: Source, at: number) => Value;

/** What reading needs beside the shape. */
export interface Reading {
  readonly littleEndian: boolean;
  /** For ksym and usym; without it they are addresses. */
  readonly symbols: SymbolResolver | undefined;
}
