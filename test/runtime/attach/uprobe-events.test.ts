import t from 'tap';
import { explainUprobe, setUprobe, setUprobes } from '../../../runtime/attach/uprobe-events.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { probeFiles } from '../../fixtures/kernel/probe-files.js';

const program = loadedProgram('uprobe', '/opt/target:f');
const request = { path: '/opt/target', offset: 240, atReturn: false, pid: undefined, semaphore: 0 };

t.test('a probe is held by a link and its event, and the link carries the cookie', async (t) => {
  const kernel = new FakeKernel({ files: probeFiles });
  t.equal(setUprobe(program, contextOf(kernel, program), { ...request, cookie: 3 }).length, 2);
  t.equal(kernel.linkAttributes[0]?.getBigUint64(16, true), 3n);
});

t.test('several are set all or none', async (t) => {
  const kernel = new FakeKernel({ files: probeFiles });
  const context = contextOf(kernel, program);
  t.equal(setUprobes(program, context, [request, { ...request, offset: 256 }]).length, 4);
  const open = kernel.openDescriptors.length;
  let calls = 0;
  const openEvent = kernel.perfEventOpen.bind(kernel);
  kernel.perfEventOpen = (...args) => {
    if (calls++ === 1) throw new SystemCallError('perf_event_open', 22);
    return openEvent(...args);
  };
  t.throws(() => setUprobes(program, context, [request, request]), { code: 'attach-failed' });
  t.equal(kernel.openDescriptors.length, open);
});

t.test('a kernel without user-space probes is named', async (t) => {
  t.throws(() => setUprobe(program, contextOf(new FakeKernel(), program), request), {
    code: 'kernel-cannot',
    message: /6\.1\.0-test was built without user-space probes \(CONFIG_UPROBE_EVENTS\)$/,
  });
});

t.test('each refusal is explained', async (t) => {
  const explain = (errno: number, pid?: number) =>
    explainUprobe(program, { path: '/opt/target', pid }, new SystemCallError('perf_event_open', errno));
  t.match(explain(3, 7), { code: 'attach-failed', message: /there is no process 7$/ });
  t.match(explain(3), { code: 'attach-failed', message: /ESRCH/ });
  t.match(explain(5), { code: 'attach-failed', cure: /file system of \/opt\/target takes no probes/ });
  for (const errno of [22, 95, 524])
    t.match(explain(errno), { code: 'attach-failed', cure: /no instruction/ });
  t.match(explain(1), { code: 'not-permitted' });
  t.match(explain(12), { code: 'attach-failed', message: /ENOMEM/ });
});
