import t from 'tap';
import { explainRefusal } from '../../../runtime/attach/explain-refusal.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { loadedProgram } from '../../fixtures/kernel/points.js';

const point = loadedProgram('kprobe', 'do_unlinkat');

t.test('a refusal names program, hook and errno in words, and keeps its cause', async (t) => {
  const cause = new SystemCallError('perf_event_open', 16);
  const error = explainRefusal(point, cause, 'a hint');
  t.match(error, {
    code: 'attach-failed',
    message: "attach 'prog' to kprobe/do_unlinkat: resource busy or locked (EBUSY)",
    cure: 'a hint',
    cause,
  });
});

t.test('a lack of permission is told as such', async (t) => {
  for (const errno of [1, 13]) {
    t.match(explainRefusal(point, new SystemCallError('bpf', errno)), {
      code: 'not-permitted',
      cure: /--lab/,
    });
  }
});
