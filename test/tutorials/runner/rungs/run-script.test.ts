import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runScript } from '../../../../tutorials/runner/rungs/run-script.js';
import { exerciseIn, fakePlace } from '../../../fixtures/learning.js';
import { scratchDirectory } from '../../../fixtures/project.js';

t.test(
  'a script runs in a copy of its folder, with our commands and the files of its exercise',
  async (t) => {
    const directory = scratchDirectory(t);
    const path = join(directory, 'publish.sh');
    const exercise = exerciseIn(t, {
      ...{ file: 'publish.sh', script: 'publish.sh', files: ['event.h'], run: { args: ['{{nonce}}'] } },
    });
    const context = {
      ...{ exercise, values: { nonce: 'abc' }, env: process.env, translate: String },
      ...{ place: () => Promise.resolve(fakePlace(() => ({}))), signal: new AbortController().signal },
    };
    writeFileSync(
      path,
      'echo "$1 $(cat event.h)"; touch made; for name in tsecc tsecli tselearn; do command -v $name; done\n',
    );
    const ran = await runScript(path, context);
    if ('kind' in ran) throw new Error(JSON.stringify(ran));
    t.match(ran.stdout, /^abc struct event;\n.*\/tsecc\n.*\/tsecli\n.*\/tselearn\n$/);
    t.equal(await ran.run(['test', '-f', 'made']), 0);
    t.equal(await ran.run(['test', '-f', 'not made']), 1);
    await ran[Symbol.asyncDispose]();
    t.notOk(existsSync(ran.directory));
    t.notOk(existsSync(join(directory, 'made')), 'the learner’s folder is as it was');

    writeFileSync(path, 'echo why >&2; exit 3\n');
    t.match(await runScript(path, context), {
      kind: 'stop',
      stop: { rung: 'L3', check: 'script', found: ['why'] },
    });
  },
);

t.test('TypeScript runs without its types', async (t) => {
  const path = join(scratchDirectory(t), 'watch.ts');
  writeFileSync(
    path,
    "import { version } from 'tsecc/core';\nconst text: string = version;\nconsole.log(text);\n",
  );
  const exercise = exerciseIn(t, { file: 'watch.ts', script: 'watch.ts' });
  const ran = await runScript(path, {
    ...{ exercise, values: {}, env: process.env, translate: String },
    ...{ place: () => Promise.resolve(fakePlace(() => ({}))), signal: new AbortController().signal },
  });
  if ('kind' in ran) throw new Error(JSON.stringify(ran));
  t.match(ran.stdout, /^\d+\.\d+\.\d+\n$/);
  await ran[Symbol.asyncDispose]();
});
