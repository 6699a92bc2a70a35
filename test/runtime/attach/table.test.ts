import t from 'tap';
import { attachers } from '../../../runtime/attach/table.js';

t.test('every kind that is promised has its attacher', async (t) => {
  t.same(Object.keys(attachers), [
    'kprobe',
    'kretprobe',
    'tracepoint',
    'raw_tp',
    'tp_btf',
    'fentry',
    'fexit',
    'kprobe.multi',
    'kretprobe.multi',
    'kprobe.session',
    'ksyscall',
    'kretsyscall',
    'raw_tp.w',
    'fmod_ret',
    'lsm',
    'uprobe',
    'uretprobe',
    'uprobe.multi',
    'uretprobe.multi',
    'uprobe.session',
    'usdt',
    'perf_event',
    'iter',
    'syscall',
  ]);
  for (const attach of Object.values(attachers)) t.type(attach, 'function');
});
