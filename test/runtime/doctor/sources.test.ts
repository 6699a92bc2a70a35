import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { checkSources } from '../../../runtime/doctor/sources.js';
import { doctorContext, wellKernel } from '../../fixtures/kernel/doctor-context.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

const opened = openFixture('tracepoint');
const check = (kernel = wellKernel()) =>
  checkSources(readObject(opened.object), opened, doctorContext(kernel));

t.test('trace lines need their event', async (t) => {
  t.match(check(), [{ id: 'source:trace', state: 'ok' }]);
  const old = wellKernel();
  old.directories.delete('/sys/kernel/tracing/events/bpf_trace/bpf_trace_printk');
  t.match(check(old), [{ id: 'source:trace', state: 'missing', detail: { key: /has no trace event/ } }]);
});

t.test('tracefs that is not mounted is no hindrance to who may mount it', async (t) => {
  t.match(check(wellKernel({ mounts: { bpf: '/sys/fs/bpf' } })), [
    { id: 'source:trace', state: 'ok', title: { key: 'trace lines' } },
  ]);
});
