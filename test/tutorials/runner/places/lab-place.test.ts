import t from 'tap';
import type { Lab, LabRunOptions } from '../../../../runtime/lab/lab.js';
import type { OpenedPackage } from '../../../../core/package/types.js';
import { startRunning } from '../../../../runtime/library/running.js';
import { labPlace } from '../../../../tutorials/runner/places/lab-place.js';
import { openFixture } from '../../../fixtures/kernel/packages.js';
import { traceLine } from '../../../fixtures/learning.js';

/** Labs that note what they are asked for. */
function fakeLabs() {
  const told: string[] = [];
  let opened = 0;
  const open = (): Promise<Lab> => {
    const name = `lab ${++opened}`;
    told.push(`${name} opens`);
    const run = (_: OpenedPackage, options: LabRunOptions = {}) =>
      startRunning(({ attached, give }) => {
        told.push(`${name} runs ${options.exec}`);
        attached({ programs: [], notes: [] });
        void give(traceLine('hello'));
        return Promise.resolve();
      }, {});
    const exec = (command: string) => {
      told.push(`${name} does ${command.split('\n', 1)[0]}`);
      const stdout = command.startsWith('pwd') ? '/root\n[]\n' : command.includes('mkfifo') ? '42\n' : '[]\n';
      return Promise.resolve({ code: 0, stdout, stderr: '' });
    };
    const close = (): Promise<void> => Promise.resolve(void told.push(`${name} closes`));
    // Its run is generic in the types of events, which a fake has none of.
    return Promise.resolve({
      kernelRelease: '6.12.0',
      run,
      exec,
      [Symbol.asyncDispose]: close,
    } as unknown as Lab);
  };
  return { told, open };
}

const task = {
  opened: openFixture('kprobe'),
  options: {},
  workload: 'true',
  signal: new AbortController().signal,
};

t.test('each run has a lab of its own, and the next is opened when one was used', async (t) => {
  const { told, open } = fakeLabs();
  const place = labPlace({ language: 'en', open });
  t.equal(place.kernelRelease(), undefined);
  {
    const program = { name: 'greet', bytes: new Uint8Array() };
    await using stand = await place.open({ cgroup: true, program });
    t.match(stand.values, { dir: /^\/tmp\//, program: '/root/greet', cgroup: /^\/sys\/fs\/cgroup\// });
    t.match(await stand.perform(task), { attached: true, events: [{ message: 'hello' }], leftovers: [] });
  }
  t.equal(place.kernelRelease(), '6.12.0');
  t.ok(told.includes('lab 1 closes'));
  t.ok(told.includes('lab 2 opens'));
  t.ok(told.includes('lab 1 does pwd; PATH=$PATH:/usr/sbin:/sbin'));
  t.notOk(
    told.some((line) => line.startsWith('lab 2 does')),
    'it wakes from the same snapshot',
  );
  await place[Symbol.asyncDispose]();
  t.equal(told.at(-1), 'lab 2 closes');
});

t.test('a workload that waits is started before, and let go when all is attached', async (t) => {
  const { told, open } = fakeLabs();
  await using place = labPlace({ language: 'en', open });
  await using stand = await place.open({ cgroup: false });
  t.equal(await stand.prepare('true'), '42');
  await stand.perform(task);
  t.ok(told.some((line) => /runs echo > '\/tmp\/.*kill -0 42/.test(line)));
});

t.test('what cannot be opened is thrown to who asks, each time', async (t) => {
  const place = labPlace({ language: 'en', open: () => Promise.reject(new Error('no QEMU')) });
  await t.rejects(place.open({ cgroup: false }), /no QEMU/);
  await t.rejects(place.open({ cgroup: false }), /no QEMU/);
  await place[Symbol.asyncDispose]();
});
