import t from 'tap';
import { BpftoolError } from '../../../runtime/bpftool/bpftool.js';
import { explainLoadFailure } from '../../../runtime/bpftool/explain-load.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const files = {
  '/proc/kallsyms': '0000000000000000 t filename_unlinkat\n0000000000000000 t described_not\n',
  '/sys/kernel/tracing/available_events': 'sched:sched_process_exec\n',
};
const points = [
  loadedProgram('fentry', 'do_unlinkat', 'entry'),
  loadedProgram('fentry', 'described_not', 'undescribed'),
  loadedProgram('tp_btf', 'sched_process_exe', 'raw'),
];

function explain(stderr: string, kernel = new FakeKernel({ files })) {
  return explainLoadFailure(new BpftoolError(['prog', 'loadall'], 255, stderr), contextOf(kernel, ...points));
}

function withLog(log: string): string {
  return `libbpf: prog 'p': BPF program load failed: Permission denied
libbpf: prog 'p': -- BEGIN PROG LOAD LOG --
${log}
-- END PROG LOAD LOG --
libbpf: prog 'p': failed to load: -13
`;
}

t.test(
  "the verifier's refusal is told with its reason and source, not as a lack of permission",
  async (t) => {
    t.match(explain(withLog("; return *p; @ x.bpf.c:8\nR1 invalid mem access 'scalar'")), {
      code: 'verifier-refused',
      message: /^load 'p': the verifier refused it at x\.bpf\.c:8: the pointer is only a number/,
      cure: /BPF_CORE_READ/,
      log: /R1 invalid/,
      explanation: { kind: 'kernel-pointer', place: { text: 'return *p;' } },
    });
    t.match(explain(withLog('a new rule was broken')), {
      code: 'verifier-refused',
      message: "load 'p': the verifier refused it: a new rule was broken",
      cure: /-v/,
    });
  },
);

t.test('a helper, field or type that the kernel lacks is the kernel that cannot', async (t) => {
  t.match(explain(withLog('invalid func unknown#211')), {
    code: 'kernel-cannot',
    message: "load 'p': the verifier refused it: kernel 6.1.0-test has no BPF helper number 211",
  });
  t.match(explain(withLog('invalid func unknown#195896080')), { code: 'kernel-cannot', message: /CO-RE/ });
  t.match(explain(withLog('<invalid CO-RE relocation>\nfailed to resolve CO-RE relocation <byte_off>')), {
    code: 'kernel-cannot',
    message: /CO-RE/,
  });
});

t.test('a function of the kernel that programs could call elsewhere is named', async (t) => {
  t.match(explain("libbpf: extern (func ksym) 'bpf_iter_num_next': not found in kernel or module BTFs\n"), {
    code: 'kernel-cannot',
    message: 'load package: kernel 6.1.0-test has no function bpf_iter_num_next() that programs may call',
  });
});

t.test('a target that the kernel has not is named with the nearest', async (t) => {
  t.match(explain("libbpf: prog 'entry': failed to find kernel BTF type ID of 'do_unlinkat': -3\n"), {
    code: 'kernel-cannot',
    message: "attach 'entry': kernel 6.1.0-test has no function do_unlinkat",
    cure: /--attach entry=fentry\/filename_unlinkat/,
  });
  t.match(explain("libbpf: prog 'raw': failed to find kernel BTF type ID of 'sched_process_exe': -3\n"), {
    code: 'kernel-cannot',
    message: /no tracepoint sched_process_exe/,
    cure: /nearest: sched_process_exec/,
  });
  t.match(explain("libbpf: prog 'undescribed': failed to find kernel BTF type ID of 'described_not': -3\n"), {
    code: 'kernel-cannot',
    message: /BTF of kernel 6.1.0-test does not describe described_not/,
  });
});

t.test('a map that is larger than memory can be made smaller', async (t) => {
  for (const words of [
    'Argument list too long(-7)',
    'Cannot allocate memory(-12)',
    'No space left on device(-28)',
  ])
    t.match(explain(`libbpf: map 'large': failed to create: ${words}\n`), {
      code: 'kernel-cannot',
      message: "create map 'large': it is larger than the kernel's memory",
      cure: 'give it fewer entries: --map-size large=N',
    });
});

t.test('before Linux 5.11 the limit of locked memory is named, and later it is not blamed', async (t) => {
  const said =
    "libbpf: permission error while running as root; try raising 'ulimit -l'? current value: 64.0 KiB\n" +
    "libbpf: map 'large': failed to create: Operation not permitted(-1)\n";
  const old = new FakeKernel({ release: '5.10.0-test' });
  t.match(explain(said, old), {
    code: 'not-permitted',
    message:
      'load package: this process may lock no more than 64.0 KiB of memory, and kernel 5.10.0-test counts maps and programs as such',
    cure: /ulimit -l unlimited/,
  });
  t.notMatch(explain(said).message, /lock no more/);
});

t.test('a kernel without BTF, without bpf(2), or without the map is named', async (t) => {
  const expected = [
    [
      "libbpf: kernel BTF is missing at '/sys/kernel/btf/vmlinux', was CONFIG_DEBUG_INFO_BTF enabled?\n",
      /CONFIG_DEBUG_INFO_BTF/,
    ],
    ['libbpf: failed to find valid kernel BTF\n', /CONFIG_DEBUG_INFO_BTF/],
    ['libbpf: Error loading vmlinux BTF: -3\n', /CONFIG_DEBUG_INFO_BTF/],
    ['libbpf: Error in bpf_object__probe_loading():Function not implemented(38).\n', /CONFIG_BPF_SYSCALL/],
    [
      "libbpf: map 'events': failed to create: Invalid argument(-22)\n",
      /create map 'events': kernel 6.1.0-test refused/,
    ],
  ] as const;
  for (const [stderr, message] of expected) t.match(explain(stderr), { code: 'kernel-cannot', message });
});

t.test('what is not permitted is told to root otherwise than to a user', async (t) => {
  const stderr = "libbpf: prog 'entry': BPF program load failed: Operation not permitted\n";
  t.match(explain(stderr), {
    code: 'not-permitted',
    message: /load 'entry': .*locked down/,
    cure: 'use --lab',
  });
  const user = new FakeKernel({ files });
  user.texts.set('/proc/self/status', 'CapEff:\t0000000000000000\n');
  t.match(explain(stderr, user), { code: 'not-permitted', message: /CAP_BPF/, cure: /sudo/ });
  t.match(explain('Error: something: Operation not permitted\n'), { message: /^load package:/ });
});

t.test('an object that libbpf cannot read is the fault of the package', async (t) => {
  const stderr =
    "libbpf: sec '.relxdp': symbol #32767 not found for relo #0\nError: failed to open object file\n";
  t.match(explain(stderr), {
    code: 'package-invalid',
    message:
      "load package: libbpf cannot read its object: sec '.relxdp': symbol #32767 not found for relo #0",
  });
});

t.test('anything else is given in the words of libbpf', async (t) => {
  t.match(explain('Warning: noise\nlibbpf: prog: something odd\nError: failed to load object file\n'), {
    code: 'unforeseen',
    message: 'load package: prog: something odd',
  });
  t.match(explain(''), { message: 'load package: bpftool said nothing' });
});
