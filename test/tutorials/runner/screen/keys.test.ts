import fc from 'fast-check';
import t from 'tap';
import { readKeys } from '../../../../tutorials/runner/screen/keys.js';

t.test('letters are themselves, other keys have names', async (t) => {
  t.same(readKeys('nq'), ['n', 'q']);
  t.same(readKeys('\x1b[A\x1bOB\x1b[5~ \r\x1b\x03'), [
    'up',
    'down',
    'page-up',
    'page-down',
    'enter',
    'escape',
    'interrupt',
  ]);
  t.same(readKeys('\x1b[1;5Cq'), ['unknown', 'q'], 'what is not known types no letters');
});

t.test('any bytes can be typed', async () => {
  fc.assert(fc.property(fc.string(), (text) => readKeys(text).length <= Array.from(text).length));
});
