/** How a value of a BTF type appears in tsecli's JSON. Sizes are in bytes. */
export type Shape =
  | { readonly kind: 'integer'; readonly size: number }
  /** A bit field that is a number; `wide` if of more than 32 bits. */
  | { readonly kind: 'bits'; readonly size: number; readonly wide: boolean }
  | { readonly kind: 'bool'; readonly size: number }
  | { readonly kind: 'float'; readonly size: number }
  /** A pointer, or bytes without a meaning: `0x…`. */
  | { readonly kind: 'hex'; readonly size: number; readonly pointer: boolean }
  /** What has no size: null. */
  | { readonly kind: 'nothing'; readonly size: 0 }
  | { readonly kind: 'text'; readonly size: number; readonly open: boolean }
  /** Text that a `@format` makes. */
  | { readonly kind: 'formatted'; readonly size: number }
  | EnumShape
  | ArrayShape
  | RecordShape;

/** A value by name, or as its number where it has none. */
export interface EnumShape {
  readonly kind: 'enum';
  readonly size: number;
  /** Empty where C has none. */
  readonly name: string;
  readonly names: readonly string[];
  /** The names may be or-ed: `A|B`. */
  readonly flags: boolean;
  /** True for a bit field. */
  readonly bits: boolean;
  /** Of more than 32 bits. */
  readonly wide: boolean;
}

export interface ArrayShape {
  readonly kind: 'array';
  readonly size: number;
  readonly element: Shape;
  /** Undefined where a record may have fewer elements than its type. */
  readonly length: number | undefined;
  /** Only the record's end bounds it. */
  readonly open: boolean;
}

/** A struct or union, the members of nameless ones in it among its own. */
export interface RecordShape {
  readonly kind: 'record';
  readonly size: number;
  /** Empty where C has none. */
  readonly name: string;
  /** `struct` or `union` as C spells it. */
  readonly type: string;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  /** As C spells its type. */
  readonly type: string;
  readonly shape: Shape;
}
