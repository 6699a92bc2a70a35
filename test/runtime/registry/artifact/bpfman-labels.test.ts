import { readFileSync } from 'node:fs';
import t from 'tap';
import { bpfmanLabels } from '../../../../runtime/registry/artifact/bpfman-labels.js';

const object = (name: string) =>
  readFileSync(new URL(`../../../fixtures/objects/${name}.bpf.o`, import.meta.url));

t.test('programs and maps in the words of bpfman', async (t) => {
  t.same(bpfmanLabels(object('tracepoint')), {
    'io.ebpf.programs': '{"on_unlink":"tracepoint","on_open":"tracepoint"}',
    'io.ebpf.maps': '{}',
  });
  t.match(bpfmanLabels(object('unlink'))['io.ebpf.programs'], /"\w+":"kprobe"/);
  t.match(bpfmanLabels(object('buffers'))['io.ebpf.maps'], /"\w+":"ring_buf"/);
});
