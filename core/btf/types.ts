/** BTF read into values: type ids index `types`; id 0 is void. Layout: Documentation/bpf/btf.rst of Linux. */
export interface Btf {
  readonly littleEndian: boolean;
  /** Index is the type id. For split BTF the base's types come first. */
  readonly types: readonly BtfType[];
  /** A string of the string section by offset; throws {@link BtfError} outside it. */
  readonly stringAt: (offset: number) => string;
  /** Bytes of the string section, the base's included: where the strings of a split BTF over this one begin. */
  readonly stringsSize: number;
}

/** One type. Sizes are in bytes, offsets of members in bits. */
export type BtfType =
  | { readonly kind: 'void'; readonly id: 0 }
  | {
      readonly kind: 'int';
      readonly id: number;
      readonly name: string;
      readonly size: number;
      readonly bits: number;
      readonly bitOffset: number;
      readonly encoding: { readonly signed: boolean; readonly char: boolean; readonly bool: boolean };
    }
  | { readonly kind: 'float'; readonly id: number; readonly name: string; readonly size: number }
  | { readonly kind: 'ptr'; readonly id: number; readonly typeId: number }
  | {
      readonly kind: 'array';
      readonly id: number;
      readonly elementTypeId: number;
      readonly indexTypeId: number;
      readonly length: number;
    }
  | {
      readonly kind: 'struct' | 'union';
      readonly id: number;
      readonly name: string;
      readonly size: number;
      readonly members: readonly BtfMember[];
    }
  | {
      readonly kind: 'enum';
      readonly id: number;
      readonly name: string;
      readonly size: number;
      readonly signed: boolean;
      readonly values: readonly { readonly name: string; readonly value: number }[];
    }
  | {
      readonly kind: 'enum64';
      readonly id: number;
      readonly name: string;
      readonly size: number;
      readonly signed: boolean;
      readonly values: readonly { readonly name: string; readonly value: bigint }[];
    }
  | { readonly kind: 'fwd'; readonly id: number; readonly name: string; readonly union: boolean }
  | {
      readonly kind: 'typedef' | 'volatile' | 'const' | 'restrict' | 'type_tag';
      readonly id: number;
      /** Empty for the qualifiers. */
      readonly name: string;
      readonly typeId: number;
    }
  | {
      readonly kind: 'func';
      readonly id: number;
      readonly name: string;
      readonly typeId: number;
      readonly linkage: 'static' | 'global' | 'extern';
    }
  | {
      readonly kind: 'func_proto';
      readonly id: number;
      readonly returnTypeId: number;
      /** A last parameter with no name and type 0 stands for `...`. */
      readonly parameters: readonly { readonly name: string; readonly typeId: number }[];
    }
  | {
      readonly kind: 'var';
      readonly id: number;
      readonly name: string;
      readonly typeId: number;
      readonly linkage: 'static' | 'global' | 'extern';
    }
  | {
      readonly kind: 'datasec';
      readonly id: number;
      readonly name: string;
      readonly size: number;
      readonly variables: readonly {
        readonly typeId: number;
        readonly offset: number;
        readonly size: number;
      }[];
    }
  | {
      readonly kind: 'decl_tag';
      readonly id: number;
      readonly name: string;
      readonly typeId: number;
      /** -1 tags the type itself, otherwise the member or parameter of that index. */
      readonly componentIndex: number;
    };

/** A struct's or union's member. */
export interface BtfMember {
  /** Empty for an anonymous struct or union. */
  readonly name: string;
  readonly typeId: number;
  readonly bitOffset: number;
  /** Width of a bit field; 0 for an ordinary member. */
  readonly bitSize: number;
}

/** `.BTF.ext` as far as we read it: which source line each instruction comes from. */
export interface BtfExt {
  readonly lines: readonly {
    readonly section: string;
    /** Byte offset of the instruction in its section. */
    readonly offset: number;
    readonly file: string;
    readonly text: string;
    readonly line: number;
    readonly column: number;
  }[];
  /** Where the strings of `.BTF` begin that it speaks of. */
  readonly stringOffsets: readonly number[];
  /** For each instruction that is fitted to the kernel's types (CO-RE), the id of its type. */
  readonly relocatedTypes: readonly number[];
  /** Where each subsection keeps the name of the section it speaks of: file offset within .BTF.ext and the name. */
  readonly sectionNames: readonly { readonly position: number; readonly name: string }[];
}
