import t from 'tap';
import type { Check, CheckState } from '../../../core/doctor/types.js';
import { judge } from '../../../runtime/doctor/verdict.js';

const check = (id: string, state: CheckState): Check => ({ id, state, title: id });

t.test('where nothing needed is missing, the host does', async (t) => {
  const checks = [check('load', 'ok'), check('mount:bpf', 'limited'), check('kind:kprobe', 'missing')];
  t.match(judge(checks, false), { outcome: 'host', exitCode: 0 });
});

t.test('else the lab does; without one the code is that of a run', async (t) => {
  t.match(judge([check('load', 'missing')], true), { outcome: 'lab', exitCode: 0 });
  t.match(judge([check('load', 'missing')], false), { outcome: 'not-permitted', exitCode: 3 });
  t.match(judge([check('program:x', 'missing')], false), { outcome: 'kernel-cannot', exitCode: 4 });
  t.match(judge([check('load', 'missing'), check('bpftool', 'missing')], false), { exitCode: 9 });
});
