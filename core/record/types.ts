/** A shape and how C spells its type, for messages: `struct event`. */
export interface TypedShape {
  readonly name: string;
  readonly shape: Shape;
}

/** A type without typedefs and qualifiers: how many bytes, and what they mean. Sizes and offsets are in bytes. */
export type Shape =
  | IntegerShape
  | { readonly kind: 'bool'; readonly size: number }
  | BitsShape
  | EnumShape
  | { readonly kind: 'float'; readonly size: 4 | 8 }
  | { readonly kind: 'pointer'; readonly size: 8 }
  | TextShape
  | ArrayShape
  | RecordShape
  | FormattedShape
  /** What has no meaning that we know, such as a number of three bytes; size 0 for void and functions. */
  | { readonly kind: 'bytes'; readonly size: number };

export interface IntegerShape {
  readonly kind: 'integer';
  readonly size: 1 | 2 | 4 | 8 | 16;
  readonly signed: boolean;
}

/** A bit field: `bitSize` bits that begin `bitOffset` (0 to 7) bits into the byte it is at. */
export interface BitsShape {
  readonly kind: 'bits';
  /** Bytes that it touches. */
  readonly size: number;
  /** Counted from the lowest bit in little-endian records, from the highest in big-endian ones, as BTF has it. */
  readonly bitOffset: number;
  readonly bitSize: number;
  readonly signed: boolean;
  readonly bool: boolean;
  readonly names: EnumNames | undefined;
}

export interface EnumShape {
  readonly kind: 'enum';
  readonly size: 1 | 2 | 4 | 8;
  readonly signed: boolean;
  readonly names: EnumNames;
}

/** The names of an enum's values. Keys are as the values are read: bigint for more than 32 bits. */
export interface EnumNames {
  /** Empty for an enum without a name. */
  readonly name: string;
  readonly byValue: ReadonlyMap<number | bigint, string>;
  readonly byName: ReadonlyMap<string, number | bigint>;
  /** The values are bits that are or-ed together. */
  readonly flags: boolean;
}

/**
 * How an array at the end of a record is bounded: `fixed` by its type; `cut` by its type, or by the end of a record
 * that sends only the part in use; `rest` by the end of the record alone, as a flexible array.
 */
export type Tail = 'fixed' | 'cut' | 'rest';

/** An array of char: text up to the first NUL. */
export interface TextShape {
  readonly kind: 'text';
  readonly size: number;
  readonly tail: Tail;
}

export interface ArrayShape {
  readonly kind: 'array';
  readonly size: number;
  readonly element: Shape;
  /** Bytes from one element to the next. */
  readonly stride: number;
  /** Elements; 0 with the tail `rest`. */
  readonly length: number;
  readonly tail: Tail;
}

/** A struct or union; members of anonymous structs and unions stand among its own. */
export interface RecordShape {
  readonly kind: 'record';
  readonly size: number;
  /** The struct's tag; empty for one without, and for what no struct of C describes. */
  readonly name: string;
  /** As C spells it: `struct event`. */
  readonly type: string;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly offset: number;
  readonly shape: Shape;
  /** As C spells its type. */
  readonly type: string;
}

/** A value with a `@format`. */
export interface FormattedShape {
  readonly kind: 'formatted';
  readonly size: number;
  readonly format: FormatName;
  readonly inner: Shape;
  /** For usym: bytes from this field to the one with the process id, in the same record. */
  readonly processId: number | undefined;
}

/** The words that `@format` knows, beside `enum NAME`. */
export type FormatName =
  'ipv4' | 'ipv6' | 'mac' | 'port_be' | 'errno' | 'signal' | 'ns' | 'us' | 'bytes' | 'hex' | 'ksym' | 'usym';
