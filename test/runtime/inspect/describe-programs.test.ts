import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { describePrograms, placeOf } from '../../../runtime/inspect/describe-programs.js';
import { openedOf } from '../../fixtures/opened.js';

const { object, manifest } = openedOf('powers', {
  bpf_skel: { obj_name: 'powers_bpf', progs: [{ name: 'jump', attach: 'xdp', link: false }] },
  tsecc: {
    format: 1,
    version: '0',
    programs: {
      many: {
        kind: 'kprobe.multi',
        helpers: [],
        fallback: ['kprobe/vfs_read'],
        optional: true,
        alternative: 'a',
      },
    },
  },
});
const programs = describePrograms(readObject(object), manifest);
const named = (name: string) => programs.find((program) => program.name === name);

t.test('calls are those of the instructions, of subprograms and of the kernel', async (t) => {
  t.match(named('write_user'), {
    section: 'kprobe/do_unlinkat+0x10',
    kind: 'kprobe',
    helpers: ['bpf_probe_write_user', 'bpf_send_signal'],
    kernelFunctions: [],
    loaded: true,
    attached: true,
    sleepable: false,
  });
  t.same(named('sleeper')?.kernelFunctions, ['bpf_task_from_pid', 'bpf_task_release', 'bpf_unheard_of']);
  t.match(named('sleeper'), { sleepable: true, kind: 'fentry', helpers: [] });
});

t.test('what is never loaded, or not attached, is told so', async (t) => {
  t.match(named('override'), { loaded: false, helpers: ['bpf_override_return'] });
  t.match(named('jump'), { loaded: true, attached: false });
});

t.test('other places come from the manifest', async (t) => {
  t.match(named('many'), {
    places: [
      { section: 'kprobe.multi/vfs_*', kind: 'kprobe.multi' },
      { section: 'kprobe/vfs_read', kind: 'kprobe' },
    ],
    optional: true,
    alternative: 'a',
  });
  t.same(placeOf('nonsense'), { section: 'nonsense', kind: 'unknown' });
});
