import t from 'tap';
import { readReport } from '../../../runtime/verifier/read-report.js';

const lines = `Verification failed: Register Type Safety: Unreadable register

Reason:
  R0 has never been initialized on this path, so the verifier
  cannot use it as an input.

At:
  insn 0
        | ^-- error: R0 is not readable

Suggestion:
  Initialize R0 on every path before this instruction.`.split('\n');

t.test("a newer kernel's own explanation is read by its parts", async (t) => {
  t.same(readReport(lines), {
    title: 'Register Type Safety: Unreadable register',
    reason: 'R0 has never been initialized on this path, so the verifier cannot use it as an input.',
    suggestion: 'Initialize R0 on every path before this instruction.',
  });
});

t.test('parts may be missing, and other lines are no report', async (t) => {
  t.same(readReport(['Verification failed: x']), { title: 'x', reason: undefined, suggestion: undefined });
  t.same(readReport(['Verification failed: x', 'Reason:', '']), {
    title: 'x',
    reason: undefined,
    suggestion: undefined,
  });
  t.equal(readReport(['0: (95) exit']), undefined);
  t.equal(readReport([]), undefined);
});
