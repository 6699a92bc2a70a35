import { setTimeout } from 'node:timers/promises';
import t from 'tap';
import { labCommand } from '../../../runtime/lab/cli.js';
import { labHelp } from '../../../runtime/lab/help.js';
import { startLab } from '../../../runtime/lab/start-lab.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { fakeLab } from '../../fixtures/lab/fake-lab.js';

t.test('help is printed when it is asked for, or nothing is', async (t) => {
  for (const argv of [[], ['--help'], ['shell', '-h']]) {
    const { io } = fakeLab(t.testdir());
    t.equal(await labCommand(argv, io), 0);
    t.equal(io.output(), String(labHelp));
  }
});

t.test('what is no command is a usage error', async (t) => {
  const { io } = fakeLab(t.testdir());
  const wrong = [
    ['start'],
    ['list', '--all'],
    ['clean', '6.1', '6.2'],
    ['list', '--new'],
    ['pull', 'latest'],
  ];
  for (const argv of wrong) {
    await t.rejects(labCommand(argv, io), { code: 'usage' }, argv.join(' '));
  }
});

t.test('list prints the kernels', async (t) => {
  const { io } = fakeLab(t.testdir());
  await labCommand(['list'], io);
  t.match(io.output(), /6\.1\.0-1-fake/);
});

t.test('btf writes the bytes of the kernel, and nothing else to stdout', async (t) => {
  const { io } = fakeLab(t.testdir());
  t.equal(await labCommand(['btf', '6.1'], io), 0);
  t.equal(io.output(), 'raw BTF');
});

t.test('shell opens a lab, or joins the one that runs', async (t) => {
  const { io, env, directory, starts } = fakeLab(t.testdir());
  io.stdin.end();
  t.equal(await labCommand(['shell'], io), 4);
  t.match(io.errors(), /all of it is gone when you leave/);
  await using _lab = await startLab({ io, quiet: true });
  const { resumes } = starts();
  const joining = memoryIo(env, directory);
  joining.stdin.end('x');
  t.equal(await labCommand(['shell', '6.1'], joining), 4);
  t.equal(joining.errors(), `lab: joined the running lab, Linux 6.1.0-1-fake, of process ${process.pid}\n`);
  t.equal(starts().resumes, resumes, 'no machine of its own');
  const own = memoryIo(env, directory);
  own.stdin.end('x');
  t.equal(await labCommand(['shell', '--new'], own), 4);
  t.equal(starts().resumes, resumes + 1);
});

t.test('clean says what it did', async (t) => {
  const { io } = fakeLab(t.testdir());
  t.equal(await labCommand(['clean'], io), 0);
  t.equal(io.errors(), 'lab: removed 1 kernels and 0 images\n');
});

t.test('what was interrupted is not taken for done', async (t) => {
  const { io } = fakeLab(t.testdir(), 'silent');
  const stop = new AbortController();
  const running = labCommand(['btf'], io, { signal: stop.signal });
  await setTimeout(1000);
  stop.abort();
  t.equal(await running, 130);
});
