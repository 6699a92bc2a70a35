import t from 'tap';
import { readScope } from '../../../compiler/events/variable-scope.js';
import { declarationsOf } from '../../fixtures/annotations/read-source.js';

t.test('a function sees its locals before its parameters before the globals', async (t) => {
  const file = await declarationsOf(
    'struct g a, b, c; int f(struct p *b, struct p *c) { struct l c = {}, *d = x; { struct other c; } d = y; }',
  );
  const [within] = file.functions;
  if (!within) throw new Error('no function');
  const scope = readScope(file, within);
  t.same(
    [...scope].map(([name, { type, parameter, assigned }]) => [
      name,
      type.name,
      type.pointers,
      parameter,
      assigned.length,
    ]),
    [
      ['a', 'g', 0, undefined, 0],
      ['b', 'p', 1, 0, 0],
      ['c', 'l', 0, undefined, 1],
      ['d', 'l', 1, undefined, 2],
    ],
  );
});
