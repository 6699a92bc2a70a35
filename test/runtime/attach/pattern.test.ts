import t from 'tap';
import { matchingNames } from '../../../runtime/attach/pattern.js';

const names = ['vfs_unlink', 'vfs_unlinkat', 'do_vfs_unlink', 'vfs_read'];

t.test('a pattern means all that match from begin to end, a plain name itself alone', async (t) => {
  t.same(matchingNames('vfs_unlink*', names), ['vfs_unlink', 'vfs_unlinkat']);
  t.same(matchingNames('vfs_????', names), ['vfs_read']);
  t.same(matchingNames('vfs_unlink', names), ['vfs_unlink']);
  t.same(matchingNames('unlink', names), []);
});
