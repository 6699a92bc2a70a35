import t from 'tap';
import { attachSocketFilter } from '../../../runtime/attach/socket-filter.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const program = { ...loadedProgram('socket', ''), section: 'socket' };

function attach(kernel: FakeKernel, interfaces: readonly string[], settings = {}) {
  const context = contextOf(kernel);
  return attachSocketFilter(program, {
    ...context,
    options: { ...context.options, interfaces },
    settings: () => settings,
  });
}

/** Indices of the interfaces that sockets were bound to. */
function boundTo(kernel: FakeKernel): readonly number[] {
  return kernel.log
    .filter((line) => line.startsWith('bind'))
    .map((line) => Buffer.from(line.split(' ')[2] ?? '', 'hex').readInt32LE(4));
}

t.test('a socket looks at every interface, or at those that are named', async (t) => {
  for (const [interfaces, settings, expected] of [
    [[], {}, [0]],
    [[], { ifindex: 2 }, [2]],
    [['eth0', 'lo'], { ifindex: 2 }, [2, 1]],
  ] as const) {
    const kernel = new FakeKernel();
    const link = await attach(kernel, interfaces, settings);
    t.same(boundTo(kernel), expected);
    link[Symbol.dispose]();
    t.same(kernel.openDescriptors, []);
  }
});

t.test('a refusal is explained, and no socket left', async (t) => {
  const kernel = new FakeKernel();
  kernel.fail('socket', 1);
  kernel.route.failures.clear();
  await t.rejects(attach(kernel, []), {
    code: 'not-permitted',
    message: /^attach 'prog' to socket at every interface: /,
  });
  t.same(kernel.openDescriptors, []);
});
