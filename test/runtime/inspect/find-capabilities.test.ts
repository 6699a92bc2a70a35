import t from 'tap';
import { capabilityPhrase, findPowers, findSights } from '../../../runtime/inspect/find-capabilities.js';
import { describePackage } from '../../../runtime/inspect/describe.js';
import type { ProgramDescription } from '../../../runtime/inspect/types.js';
import { openedOf } from '../../fixtures/opened.js';

const { programs, maps } = describePackage(openedOf('powers'));
const program = (fields: Partial<ProgramDescription>): ProgramDescription => ({
  name: 'p',
  section: 'kprobe/f',
  kind: 'kprobe',
  places: [],
  ...{ sleepable: false, loaded: true, attached: true, optional: false, alternative: undefined },
  ...{ instructions: 1, helpers: [], kernelFunctions: [] },
  ...fields,
});

t.test('powers are told with the program, and what gives them', async (t) => {
  const powers = findPowers(programs, maps);
  const by = (id: string) => powers.find((power) => power.id === id)?.by;
  t.same(by('write-user-memory'), [{ program: 'write_user', through: ['bpf_probe_write_user'] }]);
  t.same(by('send-signals'), [{ program: 'write_user', through: ['bpf_send_signal'] }]);
  t.same(by('run-other-programs'), [{ program: 'jump', through: ['bpf_tail_call'] }]);
  t.same(by('drop-packets'), [{ program: 'jump', through: ['xdp'] }]);
  t.same(by('crash'), [{ program: 'crash', through: ['crash_kexec'] }]);
  t.same(by('kernel-calls'), [{ program: 'sleeper', through: ['bpf_unheard_of'] }]);
  t.same(by('shared-maps'), [{ program: '', through: ['shared'] }]);
  t.equal(by('override-results'), undefined, 'its program is never loaded');
});

t.test('sights come from kinds, helpers and functions of the kernel', async (t) => {
  const sights = findSights(programs);
  t.same(
    sights.map(({ id }) => id),
    ['kernel-functions', 'kernel-memory', 'processes', 'packets'],
  );
});

t.test('each place counts, and hooks of cgroups by their sections', async (t) => {
  const places = [
    { section: 'cgroup/connect4', kind: 'cgroup' },
    { section: 'lsm/file_open', kind: 'lsm' },
  ] as const;
  t.same(
    findPowers([program({ places })], []).map(({ id }) => id),
    ['deny', 'redirect-connections'],
  );
  const device = [{ section: '?cgroup/dev', kind: 'cgroup' }] as const;
  t.same(
    findPowers([program({ places: device })], []).map(({ id }) => id),
    ['refuse-devices'],
  );
});

t.test('a function that is called by its number may do anything', async (t) => {
  t.same(findPowers([program({ kernelFunctions: ['#77', 'bpf_rcu_read_lock'] })], []), [
    { id: 'kernel-calls', by: [{ program: 'p', through: ['#77'] }] },
  ]);
});

t.test('each is said in words', async (t) => {
  for (const each of [...findSights(programs), ...findPowers(programs, maps)]) {
    t.not(String(capabilityPhrase(each)), each.id);
  }
  t.equal(capabilityPhrase({ id: 'other', by: [] }), 'other');
});
