import { message, type Message } from '../../../core/message.js';
import { nearest } from '../../../core/nearest.js';
import type { Headers } from '../headers.js';
import type { Case, Mistake } from './types.js';

// The header of libbpf that defines a macro, for those that beginners meet.
const macroHeaders: readonly (readonly [RegExp, string])[] = [
  [/^BPF_CORE_|^bpf_core_/, 'bpf/bpf_core_read.h'],
  [/^BPF_K(?:RET)?PROBE|^BPF_PROG$|^BPF_KSYSCALL|^PT_REGS_|^BPF_U(?:RET)?PROBE/, 'bpf/bpf_tracing.h'],
  [/^bpf_(?:hton|ntoh)/, 'bpf/bpf_endian.h'],
  [/^BPF_USDT|^bpf_usdt_/, 'bpf/usdt.bpf.h'],
  [/^tsecc_/, 'tsecc/tsecc.h'],
  [/^(?:SEC|__uint|__type|__array|__always_inline|bpf_)/, 'bpf/bpf_helpers.h'],
];

/** What stands in a BPF program for functions of the C library. */
const instead: readonly (readonly [RegExp, Message])[] = [
  [/^(?:printf|puts|fprintf|printk|pr_info)$/, message`use bpf_printk("…"): tsecli prints what it says`],
  [/^(?:snprintf|sprintf)$/, message`use BPF_SNPRINTF of <bpf/bpf_tracing.h>`],
  [/^(?:malloc|calloc|free|kmalloc)$/, message`there is no heap: keep it in a map, or in a global variable`],
  [/^(?:strcmp|strncmp)$/, message`use bpf_strncmp(text, size, "constant")`],
  [
    /^(?:strlen|strcpy|strncpy|strcat)$/,
    message`use bpf_probe_read_kernel_str: it copies, and gives the length`,
  ],
  [
    /^(?:memcpy|memset|memcmp|memmove)$/,
    message`use __builtin_memcpy, __builtin_memset or __builtin_memcmp with a constant size`,
  ],
  [/^(?:getpid|gettid)$/, message`use bpf_get_current_pid_tgid() >> 32`],
  [/^(?:time|clock_gettime|gettimeofday)$/, message`use bpf_ktime_get_ns()`],
  [
    /^(?:exit|abort|sleep|usleep|nanosleep)$/,
    message`a BPF program cannot end or wait: return from the function`,
  ],
];

const kernelIntegers = ['u8', 'u16', 'u32', 'u64', 's8', 's16', 's32', 's64'];

/** Names that nothing has: functions, fields, types. */
export const nameMistakes: readonly Mistake[] = [
  {
    text: /(?:implicit(?:ly)? declar(?:ation of|ing library) function|call to undeclared (?:library )?function) '(?<name>\w+)'/,
    cure: undeclared,
    spoils: 'line',
  },
  {
    // clang 16 and newer look at the attribute before the name.
    text: /use of undeclared identifier|expected string literal as argument/,
    line: /\bSEC\s*\(\s*[^\s"]/,
    cure: message`put the section in quotes: SEC("kprobe/do_unlinkat")`,
    spoils: 'line',
  },
  {
    text: /use of undeclared identifier '(?<name>\w+)'/,
    cure: (of) => (of.diagnostic.fixes.length > 0 ? undefined : undeclared(of)),
  },
  {
    text: /no member named '(?<name>\w+)' in '(?:struct|union) (?<owner>\w+)'/,
    cure: ({ groups: { name = '', owner = '' }, headers }) =>
      suggest(nearest(name, headers.fields(owner), 3)) ?? listFields(owner, headers) ?? lookUp(owner),
  },
  {
    text: /incomplete (?:definition of )?type 'struct (?<name>\w+)'/,
    cure: ({ groups: { name = '' }, headers }) =>
      suggest(nearest(name, headers.structs(), 3).map((near) => `struct ${near}`)) ?? lookUp(name),
  },
  {
    text: /unknown type name '(?<name>\w+)'/,
    cure: ({ groups: { name = '' } }) =>
      suggest(swappedFirst(name, nearest(name, kernelIntegers, 3)).slice(0, 1)),
  },
];

const suggest = (near: readonly string[]): Message | undefined =>
  near.length === 0 ? undefined : message`did you mean ${near.join(', ')}?`;

/** Fields that are few enough to be read in a sentence. */
const readable = 12;

function listFields(struct: string, headers: Headers): Message | undefined {
  const fields = headers.fields(struct);
  if (fields.length === 0 || fields.length > readable) return undefined;
  return message`${struct} has: ${fields.join(', ')}`;
}

const lookUp = (struct: string): Message =>
  message`look at what this kernel has: bpftool btf dump file /sys/kernel/btf/vmlinux format c | grep -A20 'struct ${struct} {'`;

// u46 is u64 rather than u16.
function swappedFirst(name: string, near: readonly string[]): readonly string[] {
  const letters = (text: string): string => text.split('').toSorted().join('');
  const isSwapped = (each: string): number => Number(letters(each) === letters(name));
  return near.toSorted((a, b) => isSwapped(b) - isSwapped(a));
}

function undeclared({ groups: { name = '' }, headers }: Case): Message | undefined {
  const replacement = instead.find(([pattern]) => pattern.test(name))?.[1];
  if (replacement) return replacement;
  const header = macroHeaders.find(([pattern]) => pattern.test(name))?.[1];
  const helper = suggest(nearest(name, headers.helpers(), 3));
  if (header === undefined) return helper;
  if (!headers.included(header)) return message`include <${header}>`;
  return helper ?? unknownHelper(name, headers);
}

function unknownHelper(name: string, headers: Headers): Message {
  const words = name.split('_').filter((word) => word.length > 2 && word !== 'bpf' && word !== 'get');
  const like = headers.helpers().filter((helper) => words.some((word) => helper.split('_').includes(word)));
  return like.length === 0
    ? message`no helper has this name: see man bpf-helpers`
    : message`no helper has this name; alike: ${like.slice(0, 5).join(', ')}`;
}
