import t from 'tap';
import { chooseInterfaces } from '../../../runtime/attach/choose-interfaces.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const point = { ...loadedProgram('xdp', ''), section: 'xdp' };

function choose(interfaces: readonly string[], packaged?: number) {
  const context = contextOf(new FakeKernel());
  return chooseInterfaces(point, { ...context, options: { ...context.options, interfaces } }, packaged);
}

t.test('interfaces are named by name or index, each once', async (t) => {
  t.same(
    choose(['eth0', '1', 'lo']).map(({ name }) => name),
    ['eth0', 'lo'],
  );
});

t.test('what the user says goes before what the package says', async (t) => {
  t.same(choose(['lo'], 2), [{ index: 1, name: 'lo' }]);
  t.same(choose([], 2), [{ index: 2, name: 'eth0' }]);
});

t.test('an interface called by a number is found by its name', async (t) => {
  const kernel = new FakeKernel();
  kernel.route.interfaces.push({ index: 9, name: '2' });
  const context = contextOf(kernel);
  const options = { ...context.options, interfaces: ['2'] };
  t.same(chooseInterfaces(point, { ...context, options }, undefined), [{ index: 9, name: '2' }]);
});

t.test('what is missing is told with what is there', async (t) => {
  t.throws(() => choose([]), {
    code: 'usage',
    message: "attach 'prog' to xdp: no interface is named to attach it to",
    cure: 'name one or more with --iface: lo, eth0',
  });
  t.throws(() => choose(['eth1']), {
    code: 'usage',
    message: 'use --iface eth1: there is no such interface',
    cure: 'did you mean eth0?',
  });
  t.throws(() => choose(['wlan0']), { code: 'usage', cure: 'there are lo, eth0' });
  t.throws(() => choose(['0']), { code: 'usage' });
  t.throws(() => choose([], 7), {
    code: 'attach-failed',
    message: /the package names interface 7, which is not there/,
    cure: /--iface: lo, eth0/,
  });
});
