import type { Language, TreeCursor } from 'web-tree-sitter';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { loadGrammar } from './load-grammar.js';
import { maskIdioms, type MaskOptions } from './mask-idioms.js';
import type { SyntaxNode, SyntaxTree } from './types.js';

/** Longest source that is parsed, in UTF-16 units: several times a vmlinux.h. */
const longest = 16 * 1024 * 1024;

/**
 * Parses a C source as BPF programs write it. Takes any text: what is not C becomes nodes of type `ERROR`, and what
 * stands beside it is still there. `bodiesWith` empties the function bodies that nobody asks about, which saves most of
 * the time. Throws a {@link TseccError} `compile-failed` for a text of more than 16 Mi characters.
 */
export async function parseC(source: string, options: MaskOptions = {}): Promise<SyntaxTree> {
  if (source.length > longest) {
    throw new TseccError(
      'compile-failed',
      message`parse source: ${source.length} characters are more than ${longest}`,
    );
  }
  const parser = await loadGrammar();
  const masked = maskIdioms(source, options);
  const tree = parser.parse(masked.text);
  if (!tree) throw new TseccError('unforeseen', message`parse source: the C grammar gave no tree`);
  const cursor = tree.walk();
  try {
    return { source, root: copyNodes(cursor, nodeKinds(tree.language)), masked };
  } finally {
    cursor.delete();
    tree.delete();
  }
}

interface Growing extends SyntaxNode {
  readonly children: Growing[];
}

/** Nodes without named children, except in a string, whose parts nobody asks for. */
const leaves = new Set([
  'identifier',
  'field_identifier',
  'type_identifier',
  'primitive_type',
  'number_literal',
  'string_literal',
  'char_literal',
]);

/**
 * Copies the named nodes out of the parser's memory. Without recursion: the depth is the source's to choose. Each word
 * with the parser is dear, so an unnamed node costs one, and none is asked for children that it cannot have.
 */
function copyNodes(cursor: TreeCursor, kindOf: (id: number) => NodeKind): SyntaxNode {
  const root = copyNode(cursor, kindOf(cursor.nodeTypeId));
  const parents: Growing[] = [root];
  let mayDescend = true;
  for (;;) {
    const parent = parents.at(-1);
    if (parent && mayDescend && cursor.gotoFirstChild()) {
      mayDescend = addNode(cursor, parent, kindOf, parents);
    } else if (cursor.gotoNextSibling()) {
      parents.pop();
      mayDescend = addNode(cursor, parents.at(-1) ?? root, kindOf, parents);
    } else if (cursor.gotoParent() && parents.length > 1) {
      parents.pop();
      mayDescend = false;
    } else {
      return root;
    }
  }
}

/** Puts the current node below its parent and on the stack; says whether there may be something below it. */
function addNode(
  cursor: TreeCursor,
  parent: Growing,
  kindOf: (id: number) => NodeKind,
  parents: Growing[],
): boolean {
  const kind = kindOf(cursor.nodeTypeId);
  const node = kind.named ? copyNode(cursor, kind) : parent;
  parents.push(node);
  if (kind.named && node.end > node.start) parent.children.push(node);
  return kind.named && !leaves.has(kind.type);
}

function copyNode(cursor: TreeCursor, { type }: NodeKind): Growing {
  const field = cursor.currentFieldName ?? undefined;
  return { type, start: cursor.startIndex, end: cursor.endIndex, field, children: [] };
}

interface NodeKind {
  readonly type: string;
  readonly named: boolean;
}

/** Kinds of nodes by their id in the grammar; the parser's own for errors is outside of its list. */
function nodeKinds(language: Language): (id: number) => NodeKind {
  const kinds: NodeKind[] = [];
  const kindOf = (id: number): NodeKind => {
    const type = language.nodeTypeForId(id);
    return type === null ? error : { type, named: language.nodeTypeIsNamed(id) };
  };
  return (id) => (kinds[id] ??= kindOf(id));
}

const error: NodeKind = { type: 'ERROR', named: true };
