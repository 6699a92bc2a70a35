import t from 'tap';
import { safeThreads } from '../../../../runtime/lab/machine/threads.js';

const of = (major: unknown, minor: unknown) => safeThreads({ qemu: { major, minor, micro: 0 }, package: '' });

t.test('QEMU before 8.1 runs replaced code where it has two threads: it gets one', (t) => {
  t.same([of(5, 2), of(7, 2), of(8, 0)], ['single', 'single', 'single']);
  t.same([of(8, 1), of(8, 2), of(9, 0), of(10, 0)], ['multi', 'multi', 'multi', 'multi']);
  t.end();
});

t.test('a version that nobody can read is an old one', (t) => {
  for (const answer of [undefined, null, 'text', {}, { qemu: null }, { qemu: { major: 9 } }])
    t.equal(safeThreads(answer), 'single');
  t.equal(of('9', '0'), 'single');
  t.end();
});
