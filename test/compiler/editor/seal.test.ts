import fc from 'fast-check';
import t from 'tap';
import { isSealed, seal } from '../../../compiler/editor/seal.js';

t.test('a sealed text tells who wrote it', async (t) => {
  t.match(seal('a: 1\n', { before: '# ' }), /^# Written by tsecc editor [0-9a-f]{12}, .*\na: 1\n$/);
  t.match(
    seal('"a": 1}\n', { before: '{"$comment": "', after: '",' }),
    /^\{"\$comment": "Written .*",\n"a": 1\}\n$/,
  );
});

t.test('a change is noticed', async (t) => {
  const text = seal('a: 1\n', { before: '# ' });
  t.ok(isSealed(text));
  t.notOk(isSealed(text.replace('1', '2')));
  t.notOk(isSealed(`${text}\n`));
  t.notOk(isSealed(text.slice(text.indexOf('\n') + 1)));
  for (const other of ['', '\n', 'a: 1\n', '# Written by somebody\na: 1\n']) t.notOk(isSealed(other), other);
});

t.test('any text can be sealed, and no change but of the first line keeps the seal', async () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (body, other) => {
      const text = seal(body, { before: '// ' });
      const changed = text.slice(0, text.indexOf('\n') + 1) + other;
      return isSealed(text) && (body === other || !isSealed(changed));
    }),
  );
});
