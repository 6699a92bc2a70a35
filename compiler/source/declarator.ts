import { childOf } from './tree.js';
import type { SyntaxNode } from './types.js';

/** What stands around a declared name: `*name[4]`, `(*name)(void)`. */
export interface Declarator {
  /** The identifier; undefined for a parameter without a name, or a type alone. */
  readonly name: SyntaxNode | undefined;
  /** How often `*` is applied. */
  readonly pointers: number;
  readonly arrays: number;
  /** The parameter list, when the name is that of a function or of a pointer to one. */
  readonly parameters: SyntaxNode | undefined;
  /** The initializer. */
  readonly value: SyntaxNode | undefined;
}

const names = new Set(['identifier', 'field_identifier', 'type_identifier']);

/** Unwraps a declarator down to its name. */
export function readDeclarator(node: SyntaxNode | undefined): Declarator {
  let pointers = 0;
  let arrays = 0;
  let parameters: SyntaxNode | undefined;
  let value: SyntaxNode | undefined;
  let at = node;
  while (at && !names.has(at.type)) {
    if (at.type.endsWith('pointer_declarator')) pointers += 1;
    if (at.type.endsWith('array_declarator')) arrays += 1;
    parameters ??= childOf(at, 'parameters');
    value ??= childOf(at, 'value');
    at = childOf(at, 'declarator') ?? at.children.find(isDeclarator);
  }
  return { name: at, pointers, arrays, parameters, value };
}

const isDeclarator = (node: SyntaxNode): boolean => names.has(node.type) || node.type.endsWith('_declarator');
