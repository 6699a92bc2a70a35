import t from 'tap';
import { checkFile } from '../../../../tutorials/runner/checks/file.js';
import type { Check } from '../../../../tutorials/runner/lessons/types.js';
import { say } from '../../../fixtures/learning.js';

t.test('a file has to be there, or not, and to hold a text', async (t) => {
  const directory = t.testdir({ 'a.txt': 'hello\n' });
  const check = (file: NonNullable<Check['file']>) =>
    checkFile(
      { id: 'x', rung: 'L3', say: say(''), file },
      { script: { stdout: '', directory, run: () => Promise.resolve(0) }, saved: new Map() },
    );
  t.match(check({ name: 'a.txt' }), { holds: true });
  t.match(check({ name: 'a.txt', exists: false }), { holds: false, found: ['a.txt'] });
  t.match(check({ name: 'b.txt' }), { holds: false });
  t.match(check({ name: 'a.txt', text: { matches: '^hello' } }), { holds: true });
  t.match(check({ name: 'a.txt', text: { matches: 'bye' } }), { holds: false, found: ['hello'] });
});
