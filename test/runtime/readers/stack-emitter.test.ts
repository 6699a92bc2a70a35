import t from 'tap';
import { sourceOf } from '../../../runtime/decode/source.js';
import { stackEmitter } from '../../../runtime/readers/stack-emitter.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { sourceContext } from '../../fixtures/kernel/source-context.js';
import { array, i32, text, typeOf, u32, u64 } from '../../fixtures/shapes.js';

const type = typeOf({
  pid: u32,
  kstack_sz: i32,
  kstack: array(u64, 3),
  ustack: array(u64, 2),
  comm: text(4),
});
const kallsyms = 'ffffffff81000000 T vfs_read\nffffffff81000100 t vfs_write\n';

function stacksOf(record: Buffer, stack_trace: object = {}, length = record.length): unknown {
  const kernel = new FakeKernel({ files: { '/proc/kallsyms': kallsyms } });
  kernel.feed('/proc/kallsyms', kallsyms);
  const context = sourceContext({ maps: { ring: { intepreter: { stack_trace } } } });
  const emitter = stackEmitter(kernel, context, 'ring', [type]);
  t.same(emitter?.notes, []);
  const records = { offsets: Uint32Array.of(0), lengths: Uint32Array.of(length), count: 1 };
  return [...(emitter?.emit(records, sourceOf(record), 9) ?? [])];
}

function record(kernelBytes: number): Buffer {
  const bytes = Buffer.alloc(type.shape.size);
  bytes.writeUInt32LE(42, 0);
  bytes.writeInt32LE(kernelBytes, 4);
  bytes.writeBigUInt64LE(0xffff_ffff_8100_0010n, 8);
  bytes.writeBigUInt64LE(0xffff_ffff_8100_0100n, 16);
  bytes.writeBigUInt64LE(0x1234n, 32);
  bytes.write('node', 48);
  return bytes;
}

t.test(
  'stacks are as deep as their size says, without one up to the first zero; addresses are named',
  async (t) => {
    const user = [{ address: 0x1234n, symbol: undefined }];
    const kernel = [
      { address: 0xffff_ffff_8100_0010n, symbol: 'vfs_read+0x10' },
      { address: 0xffff_ffff_8100_0100n, symbol: 'vfs_write+0x0' },
    ];
    const stack = { comm: 'node', pid: 42, cpu: 0, kernel, user };
    t.same(stacksOf(record(16)), [{ kind: 'stacks', name: 'ring', stacks: [stack], time: 9 }]);
    t.match(stacksOf(record(8)), [{ stacks: [{ kernel: kernel.slice(0, 1) }] }]);
    t.match(stacksOf(record(0x7fff_ffff)), [{ stacks: [{ kernel }] }]);
  },
);

t.test('an error in the place of the size is no stack; without symbols there are addresses', async (t) => {
  t.match(stacksOf(record(-14)), [{ stacks: [{ kernel: { length: 0 } }] }]);
  t.match(stacksOf(record(8), { with_symbols: false }), [{ stacks: [{ kernel: [{ symbol: undefined }] }] }]);
});

t.test('a record that is too short has what is there', async (t) => {
  t.match(stacksOf(record(16), {}, 17), [
    { stacks: [{ pid: 42, comm: '', kernel: { length: 1 }, user: { length: 0 } }] },
  ]);
  t.match(stacksOf(record(16), {}, 2), [{ stacks: [{ pid: 0, comm: '', kernel: { length: 0 } }] }]);
});
