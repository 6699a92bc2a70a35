import t from 'tap';
import { describePackage } from '../../../runtime/inspect/describe.js';
import { parseRules } from '../../../runtime/policy/parse-rule.js';
import { checkRules } from '../../../runtime/policy/rules.js';
import { openedOf } from '../../fixtures/opened.js';

const description = describePackage(openedOf('powers'));
const check = (allow: readonly string[], deny: readonly string[]) => () =>
  checkRules(description, parseRules(allow, deny));

/** What each rule says of a package of many powers; undefined for one that it passes. */
const cases: readonly (readonly [
  allow: readonly string[],
  deny: readonly string[],
  says: RegExp | undefined,
])[] = [
  [[], [], undefined],
  [
    [],
    ['helper:bpf_probe_write_user'],
    /program 'write_user' calls bpf_probe_write_user, and the rule helper:/,
  ],
  [[], ['helper:bpf_send_signal'], /program 'write_user' calls bpf_send_signal/],
  [[], ['helper:crash_kexec'], /program 'crash' calls crash_kexec/],
  [[], ['kind:xdp'], /program 'jump' is of the kind xdp/],
  [[], ['kind:kprobe'], /program 'write_user' is of the kind kprobe,/],
  [[], ['attach:kprobe/do_unlinkat'], /program 'write_user' attaches to kprobe\/do_unlinkat/],
  [[], ['attach:kprobe.multi/vfs_read'], /program 'many' attaches to kprobe\.multi\/vfs_\*/],
  [[], ['attach:*/do_unlinkat'], /program 'write_user' attaches/],
  [[], ['helper:bpf_override_return', 'attach:kprobe/do_sys_openat2'], undefined],
  [[], ['attach:kprobe/do_sys*', 'kind:tc', 'helper:bpf_redirect*'], undefined],
  [['kind:*'], [], undefined],
  [
    ['kind:kprobe*', 'kind:fentry', 'kind:syscall'],
    [],
    /program 'jump' is of the kind xdp, and no rule allows it/,
  ],
  [['helper:bpf_*'], [], /program 'crash' calls crash_kexec, and no rule allows it/],
  [['helper:*'], ['helper:bpf_tail_call'], /program 'jump' calls bpf_tail_call/],
  [['attach:kprobe*', 'attach:fentry/*', 'attach:xdp', 'attach:syscall'], [], undefined],
  [['attach:kprobe.multi/vfs_read', 'attach:*'], [], undefined],
  [
    ['attach:kprobe/*', 'attach:fentry/*', 'attach:xdp', 'attach:syscall', 'attach:kprobe.multi/vfs_read'],
    [],
    /program 'many' attaches to kprobe\.multi\/vfs_\*, and no rule allows it/,
  ],
];

for (const [allow, deny, says] of cases) {
  t.test(`allow ${allow.join(' ') || 'all'}, deny ${deny.join(' ') || 'none'}`, async (t) => {
    if (says) t.throws(check(allow, deny), { code: 'package-invalid', exitCode: 7, message: says });
    else t.doesNotThrow(check(allow, deny));
  });
}

t.test('a place that is tried where the kernel lacks the first counts as well', async (t) => {
  const programs = description.programs.map((program) => ({
    ...program,
    places: [...program.places, { section: 'tp/a/b', kind: 'tracepoint' as const }],
  }));
  for (const rule of ['kind:tracepoint', 'attach:tracepoint/a/*']) {
    t.throws(() => checkRules({ programs }, parseRules([], [rule])), { code: 'package-invalid' });
  }
});
