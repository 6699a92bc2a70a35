import type { DocComment } from './doc-comments.js';
import type { MaskedSource } from './mask-idioms.js';

/** A node of the syntax tree: the named nodes of tree-sitter's C grammar, whose type names they keep. */
export interface SyntaxNode {
  readonly type: string;
  /** Offsets in the source, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** What it is to its parent: `type`, `declarator`, `body` … */
  readonly field: string | undefined;
  readonly children: readonly SyntaxNode[];
}

/** A parsed source. */
export interface SyntaxTree {
  readonly source: string;
  readonly root: SyntaxNode;
  /** What the grammar does not know of: sections, map fields, doc comments. */
  readonly masked: MaskedSource;
}

/** What every declaration has: a name, the place of the name, and its doc comment. */
export interface Declared {
  readonly name: string;
  /** Offset of the name in the source, in UTF-16 units. */
  readonly at: number;
  readonly doc: DocComment | undefined;
}

/** A type as a declaration writes it, with what its declarator adds. */
export interface TypeUse {
  /** `name` is a typedef or a built-in type; the others have a tag, or none when they are anonymous. */
  readonly kind: 'struct' | 'union' | 'enum' | 'name';
  readonly name: string | undefined;
  readonly pointers: number;
  readonly arrays: number;
  /** Offset of the opening brace, where the type is defined right there. */
  readonly bodyAt: number | undefined;
}

/** A function with a body. */
export interface FunctionFact extends Declared {
  /** What SEC() says: with a section it is a program, unless it is a subprogram placed by hand. */
  readonly section: string | undefined;
  /** It has a section, whatever a macro makes of its name. */
  readonly isProgram: boolean;
  readonly parameters: readonly { readonly name: string; readonly type: TypeUse }[];
  readonly body: SyntaxNode;
}

/** A map defined in the style of BTF. */
export interface MapFact extends Declared {
  /** As written: `BPF_MAP_TYPE_RINGBUF`; undefined for a legacy `struct bpf_map_def`. */
  readonly type: string | undefined;
  /** The types of key and value as written. */
  readonly key: string | undefined;
  readonly value: string | undefined;
}

/** A global variable. */
export interface VariableFact extends Declared {
  readonly section: string | undefined;
  readonly type: TypeUse;
  readonly const: boolean;
  readonly volatile: boolean;
  readonly static: boolean;
  readonly extern: boolean;
}

/** A typedef and what it stands for. */
export interface TypedefFact extends Declared {
  readonly type: TypeUse;
}

/** What a source declares outside of functions, each list in the order of the source. */
export interface Declarations {
  readonly tree: SyntaxTree;
  readonly functions: readonly FunctionFact[];
  readonly maps: readonly MapFact[];
  readonly variables: readonly VariableFact[];
  /** Structs, unions and enums with their members, nested ones after the one they stand in. */
  readonly tags: readonly Tag[];
  readonly typedefs: readonly TypedefFact[];
  /** Doc comments that belong to none of these. */
  readonly loose: readonly DocComment[];
}

/** A struct, union or enum with its definition. */
export interface Tag {
  readonly kind: 'struct' | 'union' | 'enum';
  /** Undefined when it has no tag of its own. */
  readonly name: string | undefined;
  /** Where it is defined in another one: the tag and the members that lead there, as in `['event', 'addr']`. */
  readonly path: readonly string[];
  /** Offset of the name, or of the keyword. */
  readonly at: number;
  /** Offset of the opening brace. */
  readonly bodyAt: number;
  /** Offset of the opening brace of the outermost definition around it, or its own. */
  readonly rootAt: number;
  readonly packed: boolean;
  readonly members: readonly TagMember[];
  readonly doc: DocComment | undefined;
}

/** A member of a struct or union, or an enumerator. */
export interface TagMember {
  /** Empty for an anonymous struct or union, whose own members are a tag of the same path. */
  readonly name: string;
  readonly at: number;
  readonly doc: DocComment | undefined;
}
