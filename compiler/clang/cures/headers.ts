import { message } from '../../../core/message.js';
import { nearest } from '../../../core/nearest.js';
import { installHint } from '../../toolchain/install-hint.js';
import type { Mistake } from './types.js';

const kernelInteger =
  /unknown type name '(?:(?:__)?[us](?:8|16|32|64)|__(?:le|be|u|s)(?:16|32|64)|__wsum|size_t|pid_t|bool)'/;

/** Headers that are missing, stand in the wrong order, or do not go together. */
export const headerMistakes: readonly Mistake[] = [
  {
    text: /'(?<name>[\w./-]+)' file not found/,
    cure: ({ groups: { name = '' }, headers }) => {
      const [near] = nearest(name, headers.names(), 1);
      return near === undefined ? undefined : message`did you mean ${near}?`;
    },
  },
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
    text: /'(?:stdio|stdlib|string|unistd|errno|math)\.h' file not found/,
    cure: message`remove it: there is no C library in the kernel`,
  },
  {
    text: /(?:unknown type name|expected '\)'|cannot return function type|illegal initializer|has incomplete element type|declaration of 'struct)/,
    file: /\/bpf\/bpf_\w+\.h$/,
    cure: message`include "vmlinux.h" (or <linux/bpf.h>) before <bpf/bpf_helpers.h>: it needs the kernel's types`,
    spoils: 'row',
  },
  { text: kernelInteger, cure: message`include "vmlinux.h" first: it has the kernel's types` },
  {
    text: /redefinition of|typedef redefinition|redeclaration of enumerator/,
    file: /^\/usr\/include\/|vmlinux\.h$/,
    cure: message`remove the #include of <linux/…> or <sys/…>: vmlinux.h has the kernel's types already`,
    spoils: 'row',
  },
  {
    text: /expected parameter declarator|type specifier|expected ['"]?[);]|expected identifier|tentative array/,
    line: /\bSEC\s*\(\s*"/,
    cure: ({ headers }) =>
      headers.included('bpf/bpf_helpers.h')
        ? undefined
        : message`include <bpf/bpf_helpers.h>: SEC is from there`,
    spoils: 'row',
  },
  {
    text: /expected parameter declarator|type specifier|expected ['"]?[);]|expected identifier/,
    line: /\bBPF_(?:K(?:RET)?PROBE|PROG|KSYSCALL|U(?:RET)?PROBE)\s*\(/,
    cure: ({ headers }) =>
      headers.included('bpf/bpf_tracing.h')
        ? undefined
        : message`include <bpf/bpf_tracing.h>: BPF_KPROBE and its like are from there`,
    spoils: 'line',
  },
];
