import t from 'tap';
import { missingTracepoint } from '../../../runtime/attach/missing-tracepoint.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const files = {
  '/sys/kernel/tracing/available_events': 'syscalls:sys_enter_unlinkat\nraw_syscalls:sys_enter\n',
};

t.test('the nearest tracepoint is named with its category', async (t) => {
  const point = loadedProgram('tracepoint', 'syscalls/sys_enter_unlinkta');
  t.match(missingTracepoint(point, contextOf(new FakeKernel({ files }), point), undefined), {
    code: 'kernel-cannot',
    message: "attach 'prog': kernel 6.1.0-test has no tracepoint syscalls/sys_enter_unlinkta",
    cure: 'nearest: syscalls/sys_enter_unlinkat; try --attach prog=tracepoint/syscalls/sys_enter_unlinkat; or use --lab',
  });
});

t.test('a raw tracepoint has no category', async (t) => {
  const point = loadedProgram('raw_tp', 'sys_entr');
  t.match(missingTracepoint(point, contextOf(new FakeKernel({ files }), point), undefined), {
    cure: 'nearest: sys_enter; try --attach prog=raw_tp/sys_enter; or use --lab',
  });
});

t.test('with nothing near the lab is the cure', async (t) => {
  const point = loadedProgram('raw_tp', 'entirely_different');
  t.equal(missingTracepoint(point, contextOf(new FakeKernel({ files }), point), undefined).cure, 'use --lab');
});
