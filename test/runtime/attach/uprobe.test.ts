import t from 'tap';
import type { AttachKind } from '../../../runtime/attach/types.js';
import { attachUprobe } from '../../../runtime/attach/uprobe.js';
import { binaryBytes } from '../../fixtures/binaries/binaries.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { probeFiles } from '../../fixtures/kernel/probe-files.js';

function attach(kind: AttachKind, target: string, options: { pid?: number; binary?: string } = {}) {
  const kernel = new FakeKernel({ files: { ...probeFiles, '/proc/7/maps': '' } });
  kernel.binaries.set('/opt/target', binaryBytes('target'));
  const program = loadedProgram(kind, target);
  const context = contextOf(kernel, program);
  const link = attachUprobe(program, { ...context, options: { ...context.options, ...options } });
  return { kernel, link, event: kernel.log.find((line) => line.startsWith('perf_event_open')) };
}

t.test('a uprobe stands at a function, a uretprobe at its return', async (t) => {
  t.equal(
    attach('uprobe', '/opt/target:_start+4').event,
    'perf_event_open type 7 config 0 /opt/target+276 pid -1 cpu 0',
  );
  t.equal(
    attach('uretprobe', '/opt/target:_start').event,
    'perf_event_open type 7 config 1 /opt/target+272 pid -1 cpu 0',
  );
});

t.test('--pid narrows it to a process, --binary puts it into another file', async (t) => {
  const { event } = attach('uprobe', '/opt/old:_start', { pid: 7, binary: '/opt/target' });
  t.equal(event, 'perf_event_open type 7 config 0 /opt/target+272 pid 7 cpu -1');
  t.throws(() => attach('uprobe', '/opt/target:_start', { pid: 8 }), { message: /there is no process 8$/ });
  t.throws(() => attach('uprobe', '/opt/old:_start'), { message: /there is no file '\/opt\/old'$/ });
});

t.test('detaching closes all that attaching opened', async (t) => {
  const { kernel, link } = attach('uprobe', '/opt/target:_start');
  t.equal(kernel.openDescriptors.length, 2);
  link[Symbol.dispose]();
  t.same(kernel.openDescriptors, []);
});
