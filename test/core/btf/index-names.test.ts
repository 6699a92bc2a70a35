import fc from 'fast-check';
import t from 'tap';
import { BtfError } from '../../../core/btf/btf-error.js';
import { indexBtfNames } from '../../../core/btf/index-names.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const func = (name: string) => ({ kind: 'func', name, size: 1 }) as const;
const typedef = (name: string) => ({ kind: 'typedef', name, size: 1 }) as const;
const kernel = buildBtf([rawInt, func('vfs_read'), typedef('btf_trace_sched'), func('read')]);

t.test('names are found by their kind, in either byte order', async (t) => {
  for (const littleEndian of [true, false]) {
    const names = indexBtfNames(buildBtf([rawInt, func('vfs_read'), typedef('size_t')], { littleEndian }));
    t.ok(names.hasFunction('vfs_read'));
    t.notOk(names.hasFunction('size_t'));
    t.ok(names.hasTypedef('size_t'));
    t.notOk(names.hasTypedef('vfs_read'));
    t.ok(names.hasName('int'));
    t.notOk(names.hasName('vfs'));
    t.notOk(names.hasFunction('fs_read'), 'the tail of a name is another name');
  }
});

t.test('strings may share their tails', async (t) => {
  const shared = buildBtf([rawInt, { kind: 'func', name: 'vfs_read', size: 1 }]);
  // The name begins four letters later: `read`.
  new DataView(shared.buffer).setUint32(
    24 + 16,
    new DataView(shared.buffer).getUint32(24 + 16, true) + 4,
    true,
  );
  const names = indexBtfNames(shared);
  t.ok(names.hasFunction('read'));
  t.notOk(names.hasFunction('vfs_read'));
});

t.test("a module's functions have names of its own, or of the kernel's", async (t) => {
  const base = indexBtfNames(kernel);
  const own = buildBtf([func('ext4_read')], { stringsFrom: base.stringsSize });
  const names = indexBtfNames(own, base);
  t.ok(names.hasFunction('ext4_read'));
  t.notOk(names.hasFunction('vfs_read'), "that is the kernel's");
  t.equal(names.stringsSize, base.stringsSize + 'ext4_read\0'.length);

  const borrowed = buildBtf([func('x')], { stringsFrom: base.stringsSize });
  new DataView(borrowed.buffer).setUint32(24, base.offsetsOf('read').at(-1) ?? 0, true);
  t.ok(indexBtfNames(borrowed, base).hasFunction('read'));
});

t.test('types of an unknown form are told, once they are needed', async (t) => {
  const names = indexBtfNames(buildBtf([{ kind: 31, name: 'new' }]));
  t.ok(names.hasName('new'));
  t.throws(() => names.hasFunction('new'), BtfError);
});

t.test('whatever the bytes, it finds something, nothing, or throws its own error', async (t) => {
  fc.assert(
    fc.property(fc.nat(kernel.length - 1), fc.nat(255), (at, value) => {
      const bytes = kernel.slice();
      bytes[at] = value;
      try {
        const names = indexBtfNames(bytes);
        return typeof names.hasFunction('read') === 'boolean' && typeof names.hasName('read') === 'boolean';
      } catch (error) {
        return error instanceof BtfError;
      }
    }),
  );
  t.pass();
});
