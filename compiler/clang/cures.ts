import type { Diagnostic } from '../../core/diagnostics.js';
import { installHint } from '../toolchain/install-hint.js';
import { message, type Phrase } from '../../core/message.js';

/** A usual first mistake: how clang speaks of it, and what to do. */
interface Mistake {
  readonly text: RegExp;
  /** The file it must lie in; any, when absent. */
  readonly file?: RegExp;
  /** What the source line must hold. */
  readonly line?: RegExp;
  readonly cure: Phrase | ((match: RegExpExecArray) => Phrase);
}

const kernelInteger =
  /unknown type name '(?:(?:__)?[us](?:8|16|32|64)|__(?:le|be|u|s)(?:16|32|64)|__wsum|size_t|pid_t|bool)'/;

// The header of libbpf that defines a macro, for those that beginners meet.
const macroHeaders: readonly (readonly [RegExp, string])[] = [
  [/^BPF_CORE_READ|^bpf_core_/, 'bpf/bpf_core_read.h'],
  [/^BPF_K(?:RET)?PROBE|^BPF_PROG$|^BPF_KSYSCALL|^PT_REGS_|^BPF_U(?:RET)?PROBE/, 'bpf/bpf_tracing.h'],
  [/^bpf_(?:hton|ntoh)/, 'bpf/bpf_endian.h'],
  [/^BPF_USDT|^bpf_usdt_/, 'bpf/usdt.bpf.h'],
  [/^(?:SEC|__uint|__type|__array|__always_inline|bpf_printk|bpf_)/, 'bpf/bpf_helpers.h'],
];

// The first row that fits is taken.
const mistakes: readonly Mistake[] = [
  {
    text: /'bpf\/[\w.]+' file not found/,
    cure: () => message`install libbpf's headers: ${installHint('bpf headers')}`,
  },
  {
    text: /'asm\/[\w.]+' file not found/,
    cure: () =>
      message`include "vmlinux.h" in place of <linux/…>, or install the headers for this machine: ${installHint('kernel headers')}`,
  },
  {
    text: /'linux\/[\w./-]+' file not found/,
    cure: () =>
      message`include "vmlinux.h" in place of it, or install the kernel's headers: ${installHint('kernel headers')}`,
  },
  {
    text: kernelInteger,
    file: /\/bpf\/bpf_\w+\.h$/,
    cure: message`include "vmlinux.h" (or <linux/bpf.h>) before <bpf/bpf_helpers.h>: it needs the kernel's types`,
  },
  { text: kernelInteger, cure: message`include "vmlinux.h" first: it has the kernel's types` },
  {
    text: /redefinition of|typedef redefinition|redeclaration of enumerator/,
    file: /^\/usr\/include\/|vmlinux\.h$/,
    cure: message`remove the #include of <linux/…> or <sys/…>: vmlinux.h has the kernel's types already`,
  },
  {
    text: /(?:implicit declaration of function|call to undeclared function|use of undeclared identifier) '(?<name>\w+)'/,
    cure: (match) => undeclared(match.groups?.['name'] ?? ''),
  },
  {
    text: /expected parameter declarator|type specifier|expected ['"]?\)|expected identifier/,
    line: /\b(?:SEC|BPF_K(?:RET)?PROBE|BPF_PROG|BPF_KSYSCALL)\s*\(/,
    cure: message`include <bpf/bpf_helpers.h> for SEC, and <bpf/bpf_tracing.h> for BPF_KPROBE and its like`,
  },
  {
    text: /BPF stack limit/,
    cure: message`a program has 512 bytes of stack: keep large variables in a map (BPF_MAP_TYPE_PERCPU_ARRAY with one element)`,
  },
  {
    text: /call to built-in function '(?<name>\w+)' is not supported/,
    cure: (match) =>
      message`there is no C library in the kernel: use __builtin_${match.groups?.['name'] ?? ''} with a constant size`,
  },
  {
    text: /incomplete (?:definition of )?type 'struct (?<name>\w+)'|no member named '\w+' in 'struct (?<owner>\w+)'/,
    cure: (match) =>
      message`look at what this kernel has: bpftool btf dump file /sys/kernel/btf/vmlinux format c | grep -A20 'struct ${match.groups?.['name'] ?? match.groups?.['owner'] ?? ''} {'`,
  },
  {
    text: /unknown argument|unsupported option|argument unused/,
    cure: message`see --additional-cflags: clang is given it as it stands`,
  },
];

/**
 * The diagnostics with cures for the usual first mistakes. Where one mistake makes a header fail in many places, the
 * first is kept and says how many followed.
 */
export function addCures(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const kept: Diagnostic[] = [];
  let followers = 0;
  for (const diagnostic of diagnostics) {
    const cure = cureFor(diagnostic);
    const first = kept[0];
    if (first?.cure && isTypesMissing(first) && inLibbpf(diagnostic)) followers++;
    else kept.push(cure ? { ...diagnostic, cure } : diagnostic);
  }
  const [first, ...rest] = kept;
  if (!first || followers === 0) return kept;
  const text =
    followers === 1
      ? message`1 more error in libbpf's headers came from this one`
      : message`${followers} more errors in libbpf's headers came from this one`;
  return [{ ...first, notes: [...first.notes, { severity: 'note', text, notes: [] }] }, ...rest];
}

const inLibbpf = ({ location }: Diagnostic): boolean => /\/bpf\/bpf_\w+\.h$/.test(location?.file ?? '');
const isTypesMissing = (diagnostic: Diagnostic): boolean =>
  inLibbpf(diagnostic) && kernelInteger.test(String(diagnostic.text));

function cureFor({ severity, text, location }: Diagnostic): Phrase | undefined {
  if (severity === 'note') return undefined;
  for (const mistake of mistakes) {
    const match = mistake.text.exec(String(text));
    if (!match) continue;
    if (mistake.file && !mistake.file.test(location?.file ?? '')) continue;
    if (mistake.line && !mistake.line.test(location?.lineText ?? '')) continue;
    return typeof mistake.cure === 'function' ? mistake.cure(match) || undefined : mistake.cure;
  }
  return undefined;
}

function undeclared(name: string): Phrase {
  const header = macroHeaders.find(([pattern]) => pattern.test(name))?.[1];
  return header ? message`include <${header}>; if it is, look for the right name of '${name}' there` : '';
}
