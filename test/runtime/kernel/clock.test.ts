import t from 'tap';
import { setClock } from '../../../runtime/kernel/clock.js';

t.test('setting the clock without the right to is an error, and changes nothing', async (t) => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    const before = Date.now();
    t.throws(() => setClock(86_400_000.5), { name: 'SystemCallError', call: 'clock_settime' });
    t.ok(Date.now() >= before);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});
