import t from 'tap';
import { awaitHello } from '../../../../runtime/lab/machine/await-hello.js';
import { startQemu } from '../../../../runtime/lab/machine/start-qemu.js';
import { fakeLab, type FakeMode } from '../../../fixtures/lab/fake-lab.js';

function start(directory: string, mode: FakeMode) {
  return startQemu({ qemu: fakeLab(directory, mode).qemu, args: ['-accel', 'tcg'], cwd: directory });
}

t.test('a guest that answers is welcome', async (t) => {
  await using machine = start(t.testdir(), 'healthy');
  t.same(await awaitHello(machine, 10_000), { kernelRelease: '6.1.0-1-fake' });
});

t.test('a guest that is silent is given up after a while', async (t) => {
  await using machine = start(t.testdir(), 'silent');
  await t.rejects(awaitHello(machine, 200), {
    code: 'tool-missing',
    message: /did not answer within 0\.2 s/,
  });
});

t.test('a guest that QEMU stops is given up at once, as KVM does that only seems to work', async (t) => {
  await using machine = start(t.testdir(), 'stops');
  await t.rejects(awaitHello(machine, 60_000), { code: 'tool-missing', message: /QEMU stopped the guest/ });
});

t.test('a guest that dies is given up at once', async (t) => {
  await using machine = start(t.testdir(), 'dies');
  await t.rejects(awaitHello(machine, 60_000), { message: /Kernel panic/ });
});

t.test('an abort ends the waiting with its reason', async (t) => {
  await using machine = start(t.testdir(), 'silent');
  const stop = new AbortController();
  const waiting = awaitHello(machine, 60_000, stop.signal);
  stop.abort(new Error('enough'));
  await t.rejects(waiting, { message: 'enough' });
});
