import t from 'tap';
import { addUsdtAddress, addUsdtSpec } from '../../../../runtime/attach/usdt/spec-maps.js';
import { contextOf } from '../../../fixtures/kernel/points.js';
import { FakeKernel } from '../../../fixtures/kernel/fake-kernel.js';
import { usdtMaps } from '../../../fixtures/kernel/usdt-maps.js';

t.test('each spec has a number of its own, for all programs of a run', async (t) => {
  const kernel = new FakeKernel();
  const { maps, specs } = usdtMaps(kernel, 2);
  const context = { ...contextOf(kernel), maps };
  t.equal(addUsdtSpec(context, []), 0);
  t.equal(addUsdtSpec(context, [{ size: 8, signed: false, kind: 'constant', value: 1n }]), 1);
  t.same([...specs.keys()], ['00000000', '01000000']);
  t.equal(specs.get('01000000')?.[200], 1, 'one argument');
  t.equal(addUsdtSpec(context, []), undefined, 'the map is full');
});

t.test('addresses are noted with the number of their spec', async (t) => {
  const kernel = new FakeKernel();
  const { maps, addresses } = usdtMaps(kernel, 2);
  addUsdtAddress({ ...contextOf(kernel), maps }, 0x55d000002010n, 1);
  t.same([...addresses.keys()], ['10200000d0550000']);
  t.same([...(addresses.values().next().value ?? [])], [1, 0, 0, 0]);
});

t.test('a program that asks for no arguments has no such maps', async (t) => {
  const context = contextOf(new FakeKernel());
  t.equal(addUsdtSpec(context, []), 0);
  t.doesNotThrow(() => addUsdtAddress(context, 1n, 0));
});
