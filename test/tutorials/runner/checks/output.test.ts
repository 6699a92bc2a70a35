import t from 'tap';
import { checkOutput } from '../../../../tutorials/runner/checks/output.js';
import type { Matcher } from '../../../../tutorials/runner/lessons/types.js';
import { say } from '../../../fixtures/learning.js';

const check = (output: Matcher) =>
  checkOutput(
    { id: 'x', rung: 'L3', say: say(''), output },
    { script: { stdout: 'one\ntwo 7\n', directory: '/', run: () => Promise.resolve(0) }, saved: new Map() },
  );

t.test('what a script printed is matched, or a line of it', async (t) => {
  t.match(check('one'), { holds: true });
  t.match(check('two'), { holds: false, found: ['one', 'two 7'] });
  t.match(check({ matches: 'two \\d' }), { holds: true });
});
