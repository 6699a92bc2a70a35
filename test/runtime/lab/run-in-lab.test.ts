import { setTimeout } from 'node:timers/promises';
import t from 'tap';
import { runInLab } from '../../../runtime/lab/run-in-lab.js';
import { fakeLab } from '../../fixtures/lab/fake-lab.js';

t.test('tsecli runs in a lab with its files, and its exit code is ours', async (t) => {
  const { io } = fakeLab(t.testdir());
  const files = { 'package.json': Buffer.from('{}') };
  t.equal(await runInLab({ argv: ['three', 'package.json'], files, io, quiet: true }), 3);
  t.equal(io.output(), 'tsecli three package.json\n');
  t.equal(io.errors(), 'package.json: {}\n');
});

t.test('which kernel it is is said, unless quiet', async (t) => {
  const { io } = fakeLab(t.testdir());
  await runInLab({ argv: [], files: {}, io });
  t.match(io.errors(), /\nlab: Linux 6\.1\.0-1-fake\n$/);
});

t.test('an abort becomes Ctrl-C in the guest', async (t) => {
  const { io } = fakeLab(t.testdir());
  const stop = new AbortController();
  const running = runInLab({ argv: ['wait'], files: {}, io, signal: stop.signal, quiet: true });
  while (!io.errors().includes('waiting')) await setTimeout(10);
  stop.abort();
  t.equal(await running, 0);
  t.match(io.errors(), /got SIGINT/);
});

t.test('an abort before anything runs is an end like any other', async (t) => {
  const { io } = fakeLab(t.testdir(), 'silent');
  const stop = new AbortController();
  const running = runInLab({ argv: [], files: {}, io, signal: stop.signal, quiet: true });
  await setTimeout(1500);
  stop.abort();
  t.equal(await running, 0);
  t.equal(io.output(), '');
});

t.test('a guest that dies under a run is an error', async (t) => {
  const { io } = fakeLab(t.testdir());
  await t.rejects(runInLab({ argv: ['die'], files: {}, io, quiet: true }), {
    code: 'tool-missing',
    message: /run lab/,
  });
});
