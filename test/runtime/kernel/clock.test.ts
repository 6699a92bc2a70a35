import t from 'tap';
import { setClock } from '../../../runtime/kernel/clock.js';

// The kernel looks at the time before it looks at rights, and refuses one before 1970: no test may change the clock.
t.test('a time that the kernel refuses is an error, and changes nothing', async (t) => {
  const before = Date.now();
  t.throws(() => setClock(-86_400_000), { name: 'SystemCallError', call: 'clock_settime' });
  t.ok(Date.now() >= before);
});
