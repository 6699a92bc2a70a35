import t from 'tap';
import { checked, koffi, libc, SystemCallError } from '../../../runtime/kernel/libc.js';

t.test('a function of the C library is called by its prototype and declared once', async (t) => {
  const getpid = libc('int getpid()');
  t.equal(getpid(), process.pid);
  t.equal(libc('int getpid()'), getpid);
});

t.test('a failed call becomes an error with its errno', async (t) => {
  const close = libc('int close(int fd)');
  t.throws(() => checked('close', () => close(-1)), new SystemCallError('close', 9));
  t.equal(
    checked('answer', () => 7),
    7,
  );
});

t.test('koffi is loaded once', async (t) => {
  t.equal(koffi(), koffi());
});
