import t from 'tap';
import { describePackage } from '../../../runtime/inspect/describe.js';
import { placeOf } from '../../../runtime/inspect/describe-programs.js';
import { withBinary } from '../../../runtime/policy/with-binary.js';
import { openedOf } from '../../fixtures/opened.js';

const [program] = describePackage(openedOf('powers')).programs;
if (!program) throw new Error('the object has programs');

t.test('user-space probes are moved to the binary, and nothing else', async (t) => {
  const places = ['uprobe/libc:malloc', 'usdt/x:a:b', 'uprobe', 'kprobe/f'].map(placeOf);
  t.same(
    withBinary({ ...program, places }, '/bin/sh').places.map(({ section }) => section),
    ['uprobe//bin/sh:malloc', 'usdt//bin/sh:a:b', 'uprobe//bin/sh', 'kprobe/f'],
  );
  t.equal(withBinary(program, undefined), program);
});
