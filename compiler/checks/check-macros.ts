import type { Diagnostic } from '../../core/diagnostics.js';
import { message } from '../../core/message.js';
import { parseSection } from '../../core/object/program-kinds.js';
import type { Check } from './types.js';

const registers = ['kprobe', 'kprobe.multi', 'kprobe.session', 'uprobe', 'uprobe.multi', 'uprobe.session'];
const results = [
  'kretprobe',
  'kretprobe.multi',
  'kretsyscall',
  'kprobe.session',
  'uretprobe',
  'uretprobe.multi',
  'uprobe.session',
];
const typed = [
  'tp_btf',
  'raw_tp',
  'raw_tp.w',
  'fentry',
  'fexit',
  'fmod_ret',
  'lsm',
  'lsm_cgroup',
  'struct_ops',
  'freplace',
];

/** For which kinds of program each macro of bpf_tracing.h and usdt.bpf.h reads arguments that are there. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  BPF_KPROBE: registers,
  BPF_UPROBE: registers,
  BPF_KRETPROBE: results,
  BPF_URETPROBE: results,
  BPF_KSYSCALL: ['ksyscall', 'kprobe', 'kprobe.multi'],
  BPF_KPROBE_SYSCALL: ['ksyscall', 'kprobe', 'kprobe.multi'],
  BPF_PROG: typed,
  BPF_PROG2: typed,
  BPF_USDT: ['usdt'],
};

const preferred = ['BPF_KPROBE', 'BPF_KRETPROBE', 'BPF_PROG', 'BPF_KSYSCALL', 'BPF_USDT'];

/** Programs whose macro reads arguments as another kind of program gets them: they would read what is not there. */
export const checkMacros: Check = ({ object, places }) =>
  object.programs.flatMap(({ name, section }): Diagnostic[] => {
    const { kind } = parseSection(section);
    const found = places.macro(name);
    const kinds = found && kindsOf[found.macro];
    if (!kinds || kinds.includes(kind) || kind === 'unknown' || kind === 'incomplete') return [];
    const right = preferred.find((macro) => kindsOf[macro]?.includes(kind));
    return [
      {
        severity: 'warning',
        text: message`${found.macro} reads arguments of ${kinds[0] ?? ''} programs, but '${name}' is in SEC("${section}")`,
        location: found.location,
        notes: [],
        program: name,
        cure:
          right === undefined
            ? message`write int ${name}(…) with the context that ${kind} programs get`
            : message`use ${right}`,
      },
    ];
  });
