import t from 'tap';
import { readDeclarator } from '../../../compiler/source/declarator.js';
import { parseC } from '../../../compiler/source/parse-c.js';
import { childOf } from '../../../compiler/source/tree.js';

async function read(source: string) {
  const { root } = await parseC(source);
  const [declaration] = root.children;
  const { name, pointers, arrays, parameters, value } = readDeclarator(
    declaration && childOf(declaration, 'declarator'),
  );
  return [
    name && source.slice(name.start, name.end),
    pointers,
    arrays,
    parameters !== undefined,
    value?.type,
  ];
}

t.test('a declarator is unwrapped down to its name', async (t) => {
  t.same(await read('int a;'), ['a', 0, 0, false, undefined]);
  t.same(await read('int **a[2][3] = {};'), ['a', 2, 2, false, 'initializer_list']);
  t.same(await read('int (*a)(void);'), ['a', 1, 0, true, undefined]);
  t.same(await read('int *a(int b) { }'), ['a', 1, 0, true, undefined]);
  t.same(await read('typedef int a[4];'), ['a', 0, 1, false, undefined]);
});

t.test('nothing has no name', async (t) => {
  t.equal(readDeclarator(undefined).name, undefined);
});
