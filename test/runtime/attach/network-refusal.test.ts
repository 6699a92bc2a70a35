import t from 'tap';
import { networkRefusal } from '../../../runtime/attach/network-refusal.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { loadedProgram } from '../../fixtures/kernel/points.js';

const point = { ...loadedProgram('xdp', ''), section: 'xdp' };

t.test('a refusal names program, hook, place and errno in words, and keeps its cause', async (t) => {
  const cause = new SystemCallError('bpf', 12);
  t.match(networkRefusal(point, 'eth0', cause), {
    code: 'attach-failed',
    message: "attach 'prog' to xdp at eth0: not enough memory (ENOMEM)",
    cause,
  });
});

t.test('what an errno means at the hook goes before its name, and brings its cure and code', async (t) => {
  const meanings = {
    16: { reason: 'taken', cure: 'wait' },
    22: { reason: 'old', code: 'kernel-cannot' },
  } as const;
  const say = (errno: number) => networkRefusal(point, 'eth0', new SystemCallError('bpf', errno), meanings);
  t.match(say(16), { code: 'attach-failed', message: "attach 'prog' to xdp at eth0: taken", cure: 'wait' });
  t.match(say(22), { code: 'kernel-cannot', message: /: old$/ });
});

t.test('a lack of permission names the capability', async (t) => {
  for (const errno of [1, 13]) {
    t.match(networkRefusal(point, 'eth0', new SystemCallError('bpf', errno)), {
      code: 'not-permitted',
      cure: /CAP_NET_ADMIN/,
    });
  }
});
