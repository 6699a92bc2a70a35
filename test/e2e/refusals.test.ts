// What cannot be attached is told in one sentence, with one exit code: on a real kernel, word for word.
import { chmodSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { runProgram } from '../fixtures/commands.js';
import { runInGuest } from '../fixtures/guest.js';
import { testKernel } from '../fixtures/kernels.js';
import { installForEveryone, scratchDirectory } from '../fixtures/project.js';
import { packageOf } from '../fixtures/refusals/package-of.js';
import { refusalRows } from '../fixtures/refusals/rows.js';

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
const inGuest = refusalRows.filter(({ where }) => where === 'guest');

t.test(`refusals on Linux ${testKernel}`, async (t) => {
  const files = Object.fromEntries(
    inGuest.map(({ section }, index) => [`${index}.json`, packageOf(section)]),
  );
  const runs = inGuest.map(
    ({ prepare, options = [] }, index) => `
      ${prepare ?? 'true'}
      timeout 600 tsecli --quiet ${options.map(quote).join(' ')} --exec true ${index}.json 2>&1; echo "exit $?"; echo ---`,
  );
  const { stdout } = await runInGuest(testKernel, `uname -r; echo ---\n${runs.join('\n')}`, files);
  const [uname = '', ...outputs] = stdout.split('---\n');
  for (const [index, { name, code, says }] of inGuest.entries()) {
    t.test(name, async (t) => {
      t.equal(outputs[index]?.replaceAll(uname.trim(), 'KERNEL'), `tsecli: ${says}\nexit ${code}\n`);
    });
  }
});

for (const { name, where, section, options = [], code, says } of refusalRows) {
  if (where === 'guest') continue;
  t.test(name, { skip: process.getuid?.() !== 0 && 'not root: has no rights to give away' }, async (t) => {
    const folder = scratchDirectory(t);
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'package.json'), packageOf(section), { mode: 0o644 });
    const tsecli = join(installForEveryone(t), 'dist/bin/tsecli.js');
    const command = [process.execPath, tsecli, '--quiet', ...options, '--exec', 'true', 'package.json'];
    // tap's own NODE_OPTIONS name files that others may not write.
    const own = ['env', '-u', 'NODE_OPTIONS', ...command];
    const run = await runProgram('setpriv', [...where.host, ...own], { cwd: folder });
    t.equal(run.stderr.replaceAll(release(), 'KERNEL'), `tsecli: ${says}\n`);
    t.equal(run.code, code);
  });
}
