import { childOf, descendants } from '../source/tree.js';
import type { FunctionFact, SyntaxNode, SyntaxTree } from '../source/types.js';

/** Which argument of a helper is what, counted from 0. From bpf-helpers(7), Linux 6.12. */
interface OutputHelper {
  readonly map: number;
  readonly data?: number;
  readonly size: number;
}

const helpers: ReadonlyMap<string, OutputHelper> = new Map([
  ...named('ringbuf_reserve', { map: 0, size: 1 }),
  ...named('ringbuf_output', { map: 0, data: 1, size: 2 }),
  ...named('ringbuf_reserve_dynptr', { map: 0, size: 1 }),
  ...named('perf_event_output', { map: 1, data: 3, size: 4 }),
  ['bpf_skb_output', { map: 1, data: 3, size: 4 }],
  ['bpf_xdp_output', { map: 1, data: 3, size: 4 }],
]);

/** A helper of the kernel, and the macro of our own header that stands for it. */
function named(name: string, helper: OutputHelper): readonly [string, OutputHelper][] {
  return [
    [`bpf_${name}`, helper],
    [`tsecc_${name}`, helper],
  ];
}

/** The names of the helpers that fill buffers: the function bodies that matter here have one of them. */
export const outputHelpers: ReadonlySet<string> = new Set(helpers.keys());

/** One place where a record goes into a buffer. */
export interface OutputCall {
  readonly helper: string;
  readonly within: FunctionFact;
  readonly node: SyntaxNode;
  readonly map: SyntaxNode | undefined;
  /** What points to the record; for a reservation the casts around it, and what its result is assigned to. */
  readonly data: readonly SyntaxNode[];
  readonly size: SyntaxNode | undefined;
}

/** Finds the calls that fill ring and perf buffers, in the order of the source. */
export function findOutputCalls(tree: SyntaxTree, functions: readonly FunctionFact[]): OutputCall[] {
  return functions.flatMap((within) => {
    const calls: OutputCall[] = [];
    const parents = new Map<SyntaxNode, SyntaxNode>();
    for (const node of descendants(within.body)) {
      for (const child of node.children) parents.set(child, node);
      const name = calledName(tree, node);
      const helper = name === undefined ? undefined : helpers.get(name);
      if (!helper || name === undefined) continue;
      const given = callArguments(node);
      const data =
        helper.data === undefined ? takers(node, parents) : given.slice(helper.data, helper.data + 1);
      calls.push({ helper: name, within, node, map: given[helper.map], data, size: given[helper.size] });
    }
    return calls;
  });
}

/** The name of the function that a call expression calls. */
export function calledName(tree: SyntaxTree, node: SyntaxNode): string | undefined {
  const callee = node.type === 'call_expression' ? childOf(node, 'function') : undefined;
  return callee?.type === 'identifier' ? tree.source.slice(callee.start, callee.end) : undefined;
}

/** The arguments of a call expression. */
export function callArguments(node: SyntaxNode): readonly SyntaxNode[] {
  return childOf(node, 'arguments')?.children ?? [];
}

/** What takes an expression's value: casts around it, and the variable that it is assigned to. */
function takers(node: SyntaxNode, parents: ReadonlyMap<SyntaxNode, SyntaxNode>): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let parent = parents.get(node); parent; parent = parents.get(parent)) {
    if (parent.type === 'cast_expression') found.push(parent);
    else if (parent.type === 'init_declarator' || parent.type === 'assignment_expression') {
      const variable = childOf(parent, parent.type === 'init_declarator' ? 'declarator' : 'left');
      return variable ? [...found, variable] : found;
    } else if (parent.type !== 'parenthesized_expression') break;
  }
  return found;
}
