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
    'xdp',
    'tc',
    'tcx',
    'netfilter',
    'cgroup',
    'sockops',
    'lsm_cgroup',
    'sk_msg',
    'sk_skb',
    'sk_lookup',
    'flow_dissector',
    'socket',
    'struct_ops',
  ]);
  for (const attach of Object.values(attachers)) t.type(attach, 'function');
});
