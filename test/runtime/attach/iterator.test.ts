import t from 'tap';
import { attachIterator } from '../../../runtime/attach/iterator.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { mapDefinition } from '../../fixtures/kernel/usdt-maps.js';

function attach(kernel: FakeKernel, target: string, pid?: number) {
  const program = loadedProgram('iter', target);
  const context = contextOf(kernel, program);
  const maps = [{ name: 'squares', fd: 20, definition: mapDefinition('squares', 1, 8) }];
  return attachIterator(program, { ...context, maps, options: { ...context.options, pid } });
}

/** What the link says of its scope: bytes in hex. */
function scopeOf(kernel: FakeKernel): string {
  const view = kernel.linkAttributes[0];
  if (!view) return 'no link';
  return Buffer.from(kernel.bytesAt(view.getBigUint64(16, true)))
    .toString('hex')
    .slice(0, 2 * view.getUint32(24, true));
}

t.test('its link is what the reader begins walks from', async (t) => {
  const kernel = new FakeKernel();
  const link = attach(kernel, 'task');
  t.match(kernel.log, [/^link_create 5 0 type 28/]);
  t.equal(kernel.descriptors.get(link.iterator ?? -1)?.what, 'link');
  t.equal(scopeOf(kernel), '');
  link[Symbol.dispose]();
  t.same(kernel.openDescriptors, []);
});

t.test('an iterator of elements goes over its map, one of tasks over a process', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/7/maps': '' } });
  attach(kernel, 'bpf_map_elem');
  t.equal(scopeOf(kernel), '14000000');
  const other = new FakeKernel({ files: { '/proc/7/maps': '' } });
  attach(other, 'task_file', 7);
  t.equal(scopeOf(other), '00000000070000000000000000000000');
  const tcp = new FakeKernel();
  attach(tcp, 'tcp', 7);
  t.equal(scopeOf(tcp), '', 'what has no process does not ask for it');
});

t.test('each refusal is explained', async (t) => {
  const kernel = new FakeKernel({ files: { '/proc/7/maps': '' } });
  t.throws(() => attach(kernel, 'task', 8), { message: /there is no process 8$/ });
  for (const errno of [7, 22]) {
    kernel.fail('bpf link_create', errno);
    t.throws(() => attach(kernel, 'task', 7), {
      code: 'kernel-cannot',
      message: /to one process \(Linux 6\.1\)$/,
    });
    t.throws(() => attach(kernel, 'task'), { code: 'attach-failed' });
  }
  kernel.fail('bpf link_create', 1);
  t.throws(() => attach(kernel, 'task', 7), { code: 'not-permitted' });
});
