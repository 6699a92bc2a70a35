import t from 'tap';
import { attachToMap, createLink, detachFromMap } from '../../../runtime/kernel/bpf-attach.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test('a link names program, target, hook and flags', async (t) => {
  const kernel = new FakeKernel();
  const fd = createLink(kernel, { program: 5, target: 2, type: 37, flags: 4 });
  t.same(kernel.log, ['link_create 5 2 type 37 flags 4']);
  t.match(kernel.descriptors.get(fd), { what: 'link' });
});

t.test('words behind the flags may be negative', async (t) => {
  const sent: Uint8Array[] = [];
  const kernel = Object.assign(new FakeKernel(), {
    bpf: (_command: number, attributes: Uint8Array) => sent.push(attributes),
  });
  createLink(kernel, { program: 5, target: 0, type: 45, extra: [2, 1, -100, 0] });
  const view = new DataView(sent[0]?.buffer ?? new ArrayBuffer(0));
  t.same(
    [16, 20, 24, 28].map((offset) => view.getInt32(offset, true)),
    [2, 1, -100, 0],
  );
});

t.test('a program goes to a map of sockets and away from it', async (t) => {
  const kernel = new FakeKernel();
  attachToMap(kernel, { map: 9, program: 5, type: 7 });
  detachFromMap(kernel, { map: 9, program: 5, type: 7 });
  t.same(kernel.log, ['prog_attach 5 to 9 type 7', 'prog_detach 5 to 9 type 7']);
});
