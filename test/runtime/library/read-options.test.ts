import t from 'tap';
import { attachmentsOf, mapSizesOf, wordsOf } from '../../../runtime/library/read-options.js';

t.test('arguments are words, or named values', async (t) => {
  t.same(wordsOf(), []);
  t.same(wordsOf(['--pid', '7']), ['--pid', '7']);
  t.same(wordsOf({ pid: 7, name: '-x', wide: 1n << 60n, verbose: true }), [
    '--pid=7',
    '--name=-x',
    '--wide=1152921504606846976',
    '--verbose=true',
  ]);
});

t.test('places and sizes go by the name of what they are for', async (t) => {
  t.same(attachmentsOf(), []);
  t.same(attachmentsOf({ on_unlink: 'kprobe/x' }), [{ program: 'on_unlink', section: 'kprobe/x' }]);
  t.same(mapSizesOf(), []);
  t.same(mapSizesOf({ events: 4096 }), [{ map: 'events', size: 4096 }]);
});
