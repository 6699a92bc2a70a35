import { readTypeUse } from '../source/declarations.js';
import { readDeclarator } from '../source/declarator.js';
import { childOf, childrenOf, descendants } from '../source/tree.js';
import type { Declarations, FunctionFact, SyntaxNode, SyntaxTree, TypeUse } from '../source/types.js';

/** A variable as a function sees it. */
export interface ScopeVariable {
  readonly type: TypeUse;
  /** Its place in the parameter list, when it is a parameter. */
  readonly parameter: number | undefined;
  /** What is assigned to it anywhere in the function, its initializer first. */
  readonly assigned: readonly SyntaxNode[];
}

/** The variables that a function sees, by name. */
export type Scope = ReadonlyMap<string, ScopeVariable>;

/**
 * Collects the variables of a function: its locals, its parameters, and the globals behind them. Blocks are not told
 * apart; of two locals of one name the first counts.
 */
export function readScope(file: Declarations, within: FunctionFact): Scope {
  const { tree } = file;
  const locals = new Map<string, ScopeVariable>();
  const assigned = new Map<string, SyntaxNode[]>();
  const note = (name: string, value: SyntaxNode | undefined): void => {
    if (!value) return;
    const values = assigned.get(name);
    if (values) values.push(value);
    else assigned.set(name, [value]);
  };
  for (const node of descendants(within.body)) {
    if (node.type === 'assignment_expression') {
      const left = childOf(node, 'left');
      if (left?.type === 'identifier') note(textOf(tree, left), childOf(node, 'right'));
    }
    if (node.type !== 'declaration') continue;
    for (const child of childrenOf(node, 'declarator')) {
      const declarator = readDeclarator(child);
      if (!declarator.name) continue;
      const name = textOf(tree, declarator.name);
      note(name, declarator.value);
      if (locals.has(name)) continue;
      const type = readTypeUse(tree, childOf(node, 'type'), declarator);
      locals.set(name, { type, parameter: undefined, assigned: [] });
    }
  }
  const globals = file.variables.map(({ name, type }) => ({ name, type, parameter: undefined }));
  const parameters = within.parameters.map(({ name, type }, parameter) => ({ name, type, parameter }));
  const outer = new Map([...globals, ...parameters].map(({ name, ...variable }) => [name, variable]));
  return new Map(
    [...outer, ...locals].map(([name, variable]) => [
      name,
      { ...variable, assigned: assigned.get(name) ?? [] },
    ]),
  );
}

function textOf(tree: SyntaxTree, node: SyntaxNode): string {
  return tree.source.slice(node.start, node.end);
}
