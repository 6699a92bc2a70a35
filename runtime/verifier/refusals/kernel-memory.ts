import { message } from '../../../core/message.js';
import type { Refusal } from '../types.js';

/** The context of a program, and structs of the kernel. */
export const kernelMemoryRefusals: readonly Refusal[] = [
  {
    id: 'kernel-pointer',
    pattern: /(R\d+) invalid mem access '(?:scalar|inv)'/,
    why: () =>
      message`the pointer is only a number to the verifier: it points into the kernel or a process, or its origin was lost, and such memory cannot be read directly`,
    cure: () =>
      message`read kernel memory with BPF_CORE_READ(pointer, field) or bpf_probe_read_kernel(), a process's with bpf_probe_read_user()`,
  },
  {
    id: 'kernel-write',
    pattern: /only read is supported/,
    why: () => message`a struct of the kernel is written, which a BPF program may only read`,
    cure: () =>
      message`leave the write out: no program can change it; or copy the one field to a variable of your own, and change that`,
  },
  {
    id: 'kernel-struct-bounds',
    pattern: /access beyond struct (\w+) at off (\d+) size (\d+)/,
    why: ([, name = '', offset = '']) =>
      message`byte ${offset} of struct ${name} is read, which is behind its end on this kernel`,
    cure: () =>
      message`name the field, so that CO-RE finds its place: pointer->field with the type of vmlinux.h, or BPF_CORE_READ(pointer, field)`,
  },
  {
    id: 'modified-context',
    pattern:
      /dereference of modified ctx ptr|variable ctx access var_off|math between ctx pointer and register/,
    why: () =>
      message`the context is read at a computed place: its fields are translated when the program is loaded, so each has to be named`,
    cure: () =>
      message`copy the fields that it may be into an array of your own, each by its name, and take the index to that: __u64 of[2] = { ctx->args[0], ctx->args[1] };`,
  },
  {
    id: 'context-access',
    pattern: /invalid bpf_context access off=(\d+) size=(\d+)/,
    why: ([, offset = '', size = ''], { log }) =>
      log.instruction?.text.startsWith('*')
        ? message`a field of the context is written that programs of this kind may only read (${size} bytes at ${offset})`
        : message`the context of a program of this kind has nothing to read there (${size} bytes at ${offset})`,
    cure: () =>
      message`use the context type that belongs to the SEC() of the program, and only the fields that it documents`,
  },
  {
    id: 'missing-field',
    pattern:
      /failed to resolve CO-RE relocation <(\w+)> \[\d+\] (?:(?:struct|union|enum) )?([^\s(.]+)(?:\.([^\s(]+))?/,
    kernelLacks: true,
    why: ([, , type = '', field], { release }) =>
      field === undefined
        ? message`the program needs ${withoutFlavour(type)}, which kernel ${release} does not have`
        : message`the program reads field ${field} of struct ${withoutFlavour(type)}, which kernel ${release} does not have`,
    cure: () =>
      message`ask first, and read what other kernels have instead: if (bpf_core_field_exists(pointer->field)) …`,
  },
  {
    id: 'missing-field',
    pattern: /invalid func unknown#195896080|<invalid CO-RE relocation>/,
    kernelLacks: true,
    why: (_, { release }) =>
      message`the program reads a field or type that kernel ${release} does not have (CO-RE)`,
    cure: () =>
      message`ask first, and read what other kernels have instead: if (bpf_core_field_exists(pointer->field)) …`,
  },
];

/** Behind three underscores stands what the kernel does not know: `task_struct___old`. */
const withoutFlavour = (type: string): string => type.replace(/___.*$/s, '');
