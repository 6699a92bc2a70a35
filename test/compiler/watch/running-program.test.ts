import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { RunningProgram } from '../../../compiler/watch/running-program.js';
import { until } from '../../fixtures/until.js';

/** A tsecli that writes down how it is started and ended. */
function fakeTsecli(t: Test, behaviour: string) {
  const directory = t.testdir({});
  const [tsecli, log] = [join(directory, 'tsecli.mjs'), join(directory, 'log')];
  writeFileSync(
    tsecli,
    `import { appendFileSync } from 'node:fs';
const note = (text) => appendFileSync(${JSON.stringify(log)}, text + '\\n');
${behaviour}
note('start ' + process.argv.slice(2).join(' '));`,
  );
  const noted = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  const notes = async (text: string): Promise<void> => until(() => noted().includes(text), text);
  const said: string[] = [];
  const program = new RunningProgram({
    tsecli,
    args: { options: ['-j'], program: ['--pid', '1'] },
    env: process.env,
    say: (text) => void said.push(String(text)),
  });
  return { program, noted, notes, said };
}

const stays = `setInterval(() => {}, 1000);
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => { note(name); process.exit(0); });`;

t.test('a new package takes the place of the old one, which ends by itself', async (t) => {
  const { program, noted, notes, said } = fakeTsecli(t, stays);
  await program.restart('one.json');
  await notes('start -j one.json');
  await program.restart('two.json');
  await notes('start -j two.json');
  await program[Symbol.asyncDispose]();
  await program.stop();
  t.equal(noted(), 'start -j one.json --pid 1\nSIGTERM\nstart -j two.json --pid 1\nSIGTERM\n');
  t.same(said, []);
});

t.test('an end that nobody asked for is told, unless all is well', async (t) => {
  const failing = fakeTsecli(t, 'process.exitCode = 3;');
  await failing.program.restart('p.json');
  await failing.notes('start');
  await until(() => failing.said.length > 0);
  t.same(failing.said, ['tsecli ended with 3']);
  await failing.program.stop();
});

t.test('one that does not end is killed', async (t) => {
  const { program, notes, noted } = fakeTsecli(
    t,
    "setInterval(() => {}, 1000); process.on('SIGTERM', () => note('no'));",
  );
  await program.restart('p.json');
  await notes('start');
  const began = performance.now();
  await program.stop();
  t.ok(performance.now() - began > 4000, 'after a grace');
  t.match(noted(), /no\n$/);
});
