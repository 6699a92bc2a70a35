import t from 'tap';
import { findSharedMaps, shareMaps } from '../../../runtime/configure/shared-maps.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { mapOf, sourceContext } from '../../fixtures/kernel/source-context.js';

const { object } = sourceContext();
const path = '/sys/fs/bpf/shared';
/** Type, id, sizes of key and value, entries, flags: the map `shared` of the object. */
const info = [1, 7, 3, 5, 1, 0];
const loaded = [{ name: 'shared', fd: 5, definition: mapOf('shared') }];

/** A kernel that pins for real, as far as its files go. */
function pinKernel(): FakeKernel {
  const kernel = new FakeKernel();
  const bpf = kernel.bpf.bind(kernel);
  kernel.info.set(5, info);
  kernel.bpf = (command, attributes) => {
    if (command !== 6) return bpf(command, attributes);
    kernel.addFile(kernel.textAt(new DataView(attributes.buffer).getBigUint64(0, true)), '');
    return 0;
  };
  return kernel;
}

t.test('a map that nobody has made yet is pinned, with a mark, and goes with the run', async (t) => {
  const kernel = pinKernel();
  const shared = findSharedMaps(kernel, object);
  t.same([...shared.existing], []);
  t.same(shared.missing, ['shared']);
  const remove = await shareMaps(kernel, shared, loaded);
  t.ok(kernel.exists(path));
  const [run = ''] = kernel.list('/sys/fs/bpf/tsecli');
  t.same(kernel.list(`/sys/fs/bpf/tsecli/${run}`), ['named-pin-7-shared']);
  for (const fd of [...kernel.descriptors.keys()]) kernel.info.set(fd + 1, info);
  await remove();
  t.notOk(kernel.exists(path));
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
  t.same(kernel.openDescriptors, []);
});

t.test('a map that stands there already is used, and left alone', async (t) => {
  const kernel = pinKernel();
  kernel.addFile(path, '');
  kernel.info.set(100, info);
  const shared = findSharedMaps(kernel, object);
  t.same([...shared.existing], [['shared', path]]);
  await (
    await shareMaps(kernel, shared, loaded)
  )();
  t.ok(kernel.exists(path));
  t.same(kernel.openDescriptors, []);
});

t.test('another kind of map in its place is told, with what differs', async (t) => {
  for (const [index, words] of [
    [0, 'another type stands there: 2, not 1'],
    [2, 'another size of keys stands there: 4, not 3'],
    [4, 'another number of entries stands there: 2, not 1'],
  ] as const) {
    const kernel = pinKernel();
    kernel.addFile(path, '');
    kernel.info.set(
      100,
      info.map((word, at) => (at === index ? word + 1 : word)),
    );
    t.throws(() => findSharedMaps(kernel, object), {
      message: new RegExp(words),
      cure: /rm \/sys\/fs\/bpf\/shared/,
    });
    t.same(kernel.openDescriptors, []);
  }
});

t.test('what cannot be looked at or pinned is told', async (t) => {
  const kernel = pinKernel();
  kernel.fail('bpf obj_get', 13);
  t.throws(() => findSharedMaps(kernel, object), { message: /^share map 'shared' at .*EACCES/ });
  const full = pinKernel();
  full.bpf = (command, attributes) => {
    if (command === 6) full.fail('bpf command 6', 17);
    return FakeKernel.prototype.bpf.call(full, command, attributes);
  };
  await t.rejects(shareMaps(full, { existing: new Map(), missing: ['shared'] }, loaded), {
    message: /EEXIST/,
  });
  t.same(full.list('/sys/fs/bpf/tsecli'), []);
});
