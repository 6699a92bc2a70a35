import { spawnSync } from 'node:child_process';
import t from 'tap';
import { printCompletion } from '../../../../tutorials/runner/completion/print-completion.js';
import { keepingIo } from '../../../fixtures/learning.js';

t.test('command lines are completed, exercises among them', async (t) => {
  const { io, texts } = keepingIo();
  t.equal(printCompletion(['bash'], io), 0);
  t.match(texts.stdout, /check-all/);
  t.match(texts.stdout, /2\.1/);
  t.equal(spawnSync('bash', ['-n'], { input: texts.stdout }).status, 0, 'bash reads it');
  t.throws(() => printCompletion(['tcsh'], io), { code: 'usage' });
});
