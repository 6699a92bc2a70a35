import t from 'tap';
import { attachStructOps } from '../../../runtime/attach/struct-ops.js';
import type { AttachContext, LoadedProgram } from '../../../runtime/attach/types.js';
import { readObject } from '../../../core/object/read-object.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { kernelBtf, valueTypeId } from '../../fixtures/kernel/struct-ops-btf.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { inEnglish } from '../../fixtures/in-english.js';

const object = readObject(objectBytes('network'));
const programs: readonly LoadedProgram[] = ['begin', 'threshold'].map((name, index) => ({
  ...loadedProgram('struct_ops', name, name),
  fd: 5 + index,
}));

/** A kernel whose struct_ops map, descriptor 20, has these flags. */
function newKernel(flags = 0): FakeKernel {
  const kernel = new FakeKernel({ files: { '/sys/kernel/btf/vmlinux': '' } });
  kernel.info.set(20, [26, 31, 4, 64, 1, flags, 0, 0, 0, 0, 0, valueTypeId]);
  const pieces: Uint8Array[] = [kernelBtf];
  kernel.read = (_fd, into) => {
    const piece = pieces.shift();
    into.set(piece ?? []);
    return piece?.length ?? 0;
  };
  return kernel;
}

function contextWith(kernel: FakeKernel, more: Partial<AttachContext> = {}): AttachContext {
  const maps = [{ name: 'known', fd: 20, definition: undefined }];
  return { ...contextOf(kernel), object, maps, programs, ...more };
}

const [first = loadedProgram('struct_ops', ''), second = first] = programs;

t.test('the first program registers the struct for all, and says as what', async (t) => {
  const kernel = newKernel();
  const context = contextWith(kernel);
  const link = await attachStructOps(first, context);
  t.equal(inEnglish(link.note), 'known is registered as congestion_ops');
  t.ok(kernel.log.includes('map_update_elem 20'));
  const [run] = kernel.list('/sys/fs/bpf/tsecli');
  t.same(kernel.list(`/sys/fs/bpf/tsecli/${run}`), ['struct_ops-31'], 'marked for the next start');

  const before = kernel.log.length;
  const other = await attachStructOps(second, context);
  t.equal(kernel.log.length, before, 'the second does nothing');
  other[Symbol.dispose]();
  link[Symbol.dispose]();
  link[Symbol.dispose]();
  t.equal(kernel.log.filter((line) => line === 'map_delete_elem 20').length, 1);
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
  t.same(kernel.openDescriptors, []);
});

t.test('a map that is made for it is held by a link', async (t) => {
  const kernel = newKernel(0x2000);
  const link = await attachStructOps(first, contextWith(kernel));
  t.ok(kernel.log.includes('link_create 20 0 type 44'));
  link[Symbol.dispose]();
  t.notOk(kernel.log.includes('map_delete_elem 20'));
  t.same(kernel.openDescriptors, []);
});

t.test('a refusal leaves no mark', async (t) => {
  const kernel = newKernel();
  kernel.fail('bpf map_update_elem', 17);
  await t.rejects(attachStructOps(first, contextWith(kernel)), {
    code: 'attach-failed',
    message: /at struct 'known': something of that name is registered already/,
  });
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
  t.same(kernel.openDescriptors, []);
});

t.test('what does not fit is told before the kernel is asked', async (t) => {
  const stray = { ...first, program: 'stray' };
  await t.rejects(attachStructOps(stray, contextWith(newKernel())), {
    code: 'package-invalid',
    message: /no struct in SEC\("\.struct_ops"\) names it/,
  });
  await t.rejects(attachStructOps(first, contextWith(newKernel(), { programs: [first] })), {
    message: /'threshold' in the same struct is not loaded/,
  });
  const ofModule = newKernel();
  ofModule.info.set(20, [26, 31, 4, 64, 1, 0]);
  await t.rejects(attachStructOps(first, contextWith(ofModule)), { message: /belongs to a module/ });
});
