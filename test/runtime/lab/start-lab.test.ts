import { readFileSync } from 'node:fs';
import t from 'tap';
import { guestEnvironment, startLab } from '../../../runtime/lab/start-lab.js';
import { runningLabs } from '../../../runtime/lab/running/running-labs.js';
import { fakeLab, namesIn } from '../../fixtures/lab/fake-lab.js';

t.test('a lab runs commands until it is disposed, and others see it meanwhile', async (t) => {
  const { io, paths } = fakeLab(t.testdir());
  const lab = await startLab({ io, quiet: true });
  t.equal(lab.kernelRelease, '6.1.0-1-fake');
  t.equal(readFileSync(lab.btf, 'utf8'), 'raw BTF');
  t.equal(await lab.exec(['echo', 'three'], { io }), 3);
  t.equal(await lab.run(['--json', 'p'], { io }), 0);
  t.equal(io.output(), 'exec echo three\ntsecli --json p\n');
  t.equal(io.errors(), '');
  t.equal(runningLabs(paths.running)[0]?.owner, process.pid);
  await lab[Symbol.asyncDispose]();
  t.same(namesIn(paths.running), []);
});

t.test('a lab that cannot be opened leaves nothing', async (t) => {
  const { io, paths } = fakeLab(t.testdir(), 'dies');
  await t.rejects(startLab({ io, quiet: true }), { code: 'tool-missing' });
  t.same(runningLabs(paths.running), []);
});

t.test('an opening that is aborted fails with the reason', async (t) => {
  const { io } = fakeLab(t.testdir());
  const signal = AbortSignal.abort(new Error('enough'));
  await t.rejects(startLab({ io, quiet: true, signal }));
});

t.test('only variables that mean the same there go into the guest', async (t) => {
  const { io } = fakeLab(t.testdir());
  const env = { TERM: 'xterm', PATH: '/host', HOME: '/host', SECRET: 'x' };
  const { timeZone: TZ } = Intl.DateTimeFormat().resolvedOptions();
  t.same(guestEnvironment({ ...io, env }), { TERM: 'xterm', TZ });
  const stdout = Object.assign(io.stdout, { isTTY: true, columns: 90, rows: 20 });
  t.same(guestEnvironment({ stdout, env: { TZ: 'Asia/Shanghai' } }), {
    TZ: 'Asia/Shanghai',
    TSECLI_TERMINAL: '90x20',
  });
});
