import { readFileSync } from 'node:fs';
import t from 'tap';
import { errorWords } from '../../../runtime/source/error-words.js';

t.test('a failed call is told in words, anything else as it is', async (t) => {
  t.throws(() => readFileSync('/nowhere'));
  try {
    readFileSync('/nowhere');
  } catch (error) {
    t.equal(String(errorWords(error)), 'no such file or directory');
  }
  t.equal(errorWords('odd'), 'odd');
});
