import * as fc from 'fast-check';
import t from 'tap';
import { parseSection } from '../../../core/object/program-kinds.js';
import { sectionTable } from '../../../core/object/section-table.js';
import { inEnglish } from '../../fixtures/in-english.js';

/** Sections, and what they must parse to beside the section itself. */
const parsed: Record<string, object> = {
  'kprobe/do_unlinkat': {
    kind: 'kprobe',
    target: 'do_unlinkat',
    offset: 0,
    autoload: true,
    sleepable: false,
  },
  'kprobe/do_unlinkat+0x10': { kind: 'kprobe', target: 'do_unlinkat', offset: 16 },
  'kprobe/do_unlinkat+8': { kind: 'kprobe', offset: 8 },
  'kprobe/do_unlinkat+010': { kind: 'kprobe', offset: 8 },
  'kprobe/finish_task_switch.isra.0': { kind: 'kprobe', target: 'finish_task_switch.isra.0' },
  'kretprobe/do_unlinkat': { kind: 'kretprobe', target: 'do_unlinkat', offset: 0 },
  'tracepoint/syscalls/sys_enter_openat': {
    kind: 'tracepoint',
    target: 'syscalls/sys_enter_openat',
    category: 'syscalls',
    name: 'sys_enter_openat',
  },
  'tp/sched/sched_switch': { kind: 'tracepoint', category: 'sched', name: 'sched_switch' },
  'raw_tp/sys_enter': { kind: 'raw_tp', target: 'sys_enter' },
  'raw_tracepoint/sys_enter': { kind: 'raw_tp', target: 'sys_enter' },
  'raw_tp.w/bpf_test': { kind: 'raw_tp.w', target: 'bpf_test' },
  'tp_btf/sched_switch': { kind: 'tp_btf', target: 'sched_switch' },
  'fentry/do_unlinkat': { kind: 'fentry', target: 'do_unlinkat', sleepable: false },
  'fentry.s/do_unlinkat': { kind: 'fentry', target: 'do_unlinkat', sleepable: true },
  'fexit/ext4:ext4_unlink': { kind: 'fexit', target: 'ext4:ext4_unlink' },
  'fmod_ret/security_file_open': { kind: 'fmod_ret', target: 'security_file_open' },
  '?fexit/do_unlinkat': { kind: 'fexit', target: 'do_unlinkat', autoload: false },
  'uprobe//usr/bin/bash:readline': { kind: 'uprobe', target: '/usr/bin/bash:readline' },
  'kprobe.multi/tcp_*': { kind: 'kprobe.multi', target: 'tcp_*' },
  uprobe: { kind: 'uprobe', target: undefined },
  'lsm.s/file_open': { kind: 'lsm', target: 'file_open', sleepable: true },
  xdp: { kind: 'xdp', target: undefined },
  'xdp.frags/devmap': { kind: 'xdp' },
  'cgroup/connect4': { kind: 'cgroup' },
  perf_event: { kind: 'perf_event' },
};

t.test('reads sections as libbpf does', async (t) => {
  t.plan(Object.keys(parsed).length);
  for (const [section, expected] of Object.entries(parsed))
    t.match(parseSection(section), { section, ...expected }, section);
});

/** Sections of a known kind that cannot be used, and why. */
const incomplete: Record<string, object> = {
  kprobe: { of: 'kprobe', reason: 'names no target: a function is wanted' },
  'kprobe/': { of: 'kprobe', reason: "'' is not of the form function or function+offset" },
  'kprobe/a b': { of: 'kprobe' },
  'kprobe/f+': { of: 'kprobe' },
  'kprobe/f+09': { of: 'kprobe' },
  'kprobe/f+0x123456789': { of: 'kprobe' },
  'kprobe/f\x1b[2J': { of: 'kprobe' },
  'kretprobe/f+4': {
    of: 'kretprobe',
    reason: 'a kretprobe takes no offset: it fires where the function returns',
  },
  tp: { of: 'tracepoint', reason: 'names no target: category/name is wanted' },
  'tp/sched': { of: 'tracepoint', reason: "'sched' is not of the form category/name" },
  'tp/../../etc/passwd': { of: 'tracepoint' },
  'tp/./x': { of: 'tracepoint' },
  'tp/a/b/c': { of: 'tracepoint' },
  raw_tp: { of: 'raw_tp', reason: 'names no target: a tracepoint is wanted' },
  'tp_btf/a/b': { of: 'tp_btf', reason: "'a/b' is not the name of a tracepoint" },
  'fentry/': { of: 'fentry', reason: "'' is not the name of a function" },
};

t.test('tells what a section of a known kind lacks', async (t) => {
  t.plan(Object.keys(incomplete).length);
  for (const [section, expected] of Object.entries(incomplete)) {
    t.match(inEnglish(parseSection(section)), { kind: 'incomplete', ...expected }, section);
  }
});

t.test('tells sections that libbpf does not know', async (t) => {
  const reason = (section: string) => {
    const result = parseSection(section);
    t.equal(result.kind, 'unknown', section);
    return 'reason' in result ? result.reason : '';
  };
  t.equal(inEnglish(reason('kprobes/do_unlinkat')), 'libbpf knows no such section (nearest: kprobe)');
  t.equal(inEnglish(reason('cgroup/connect7')), 'libbpf knows no such section (nearest: cgroup/connect4)');
  t.equal(inEnglish(reason('xdp/eth0')), "'xdp' takes nothing behind a slash");
  t.equal(inEnglish(reason('my_own_section')), 'libbpf knows no such section');
  t.equal(inEnglish(reason('')), 'libbpf knows no such section');
  t.equal(inEnglish(reason('/')), 'libbpf knows no such section');
});

t.test('never throws', async () => {
  const prefix = fc.constantFrom('', '?', ...sectionTable.map((row) => row.prefix));
  fc.assert(
    fc.property(prefix, fc.string(), (start, end) => {
      const section = `${start}/${end}`;
      return parseSection(section).section === section;
    }),
  );
});
