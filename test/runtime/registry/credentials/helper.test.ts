import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { parseHelperAnswer, runHelper } from '../../../../runtime/registry/credentials/helper.js';

/** A helper that does what a script says. */
function helper(t: Test, script: string) {
  const folder = t.testdir({ 'docker-credential-test': `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, 'docker-credential-test'), 0o755);
  return { PATH: `${folder}:${process.env['PATH']}` };
}

t.test('a helper gets the action as its argument and the text on its input', async (t) => {
  t.equal(await runHelper('test', 'get', 'h:1', helper(t, 'echo "$1 $(cat)"')), 'get h:1');
  const unknown = helper(t, 'echo credentials not found in native keychain; exit 1');
  t.equal(await runHelper('test', 'get', 'h:1', unknown), undefined);
});

t.test('one that fails, and one that is not there', async (t) => {
  await t.rejects(runHelper('test', 'store', '{}', helper(t, 'echo locked; exit 2')), {
    message: /ended with 2: locked/,
  });
  await t.rejects(runHelper('test', 'get', 'x', { PATH: '/none' }), { code: 'tool-missing' });
});

t.test('what it prints', async (t) => {
  t.match(parseHelperAnswer('x', '{"Username": "a", "Secret": "b"}'), { username: 'a', secret: 'b' });
  t.match(parseHelperAnswer('x', '{"Username": "<token>", "Secret": "b"}'), { identityToken: true });
  t.equal(parseHelperAnswer('x', '{"Username": "", "Secret": ""}'), undefined);
  for (const text of ['', '{}', '[]', '{"Username": 1, "Secret": "b"}'])
    t.throws(() => parseHelperAnswer('x', text), { code: 'unforeseen' }, text);
});
