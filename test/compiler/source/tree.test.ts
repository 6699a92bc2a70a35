import t from 'tap';
import { childOf, childrenOf, descendants } from '../../../compiler/source/tree.js';
import type { SyntaxNode } from '../../../compiler/source/types.js';

const leaf = (type: string, field?: string): SyntaxNode => ({ type, field, start: 0, end: 1, children: [] });
const tree: SyntaxNode = {
  ...leaf('a'),
  children: [{ ...leaf('b', 'x'), children: [leaf('c')] }, leaf('d', 'y'), leaf('e', 'x')],
};

t.test('children are found by what they are to their parent', async (t) => {
  t.equal(childOf(tree, 'y')?.type, 'd');
  t.equal(childOf(tree, 'z'), undefined);
  t.same(
    childrenOf(tree, 'x').map(({ type }) => type),
    ['b', 'e'],
  );
});

t.test('descendants come in the order of the source, parents first', async (t) => {
  t.same(
    [...descendants(tree)].map(({ type }) => type),
    ['a', 'b', 'c', 'd', 'e'],
  );
});
