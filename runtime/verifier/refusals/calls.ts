import { message } from '../../../core/message.js';
import type { Refusal } from '../types.js';
import { programsLike } from '../words.js';

/** Helpers, kernel functions, and what is handed to them. */
export const callRefusals: readonly Refusal[] = [
  {
    id: 'sleepable-helper',
    pattern:
      /helper call might sleep in a non-sleepable prog|sleepable helper (\w+)#\d+ in |unknown func (bpf_copy_from_user\w*|bpf_ima_\w+)#/,
    why: (_, { log }) => message`${nameOf(log.calls)} may sleep, and a program at this place must not`,
    cure: () =>
      message`use a section whose programs may sleep (fentry.s/, lsm.s/, uprobe.s/, iter.s/), or a helper that does not: bpf_probe_read_user()`,
  },
  {
    id: 'helper-of-another-kind',
    pattern: /(?:unknown func|program of this type cannot use helper) (bpf_\w+)#\d+/,
    why: ([, helper = ''], { section }) =>
      message`${helper}() is not there for ${programsLike(section)} on this kernel`,
    cure: ([, helper = '']) =>
      message`use a SEC() whose programs have ${helper}(): man 7 bpf-helpers tells which; or do without it`,
  },
  {
    id: 'missing-helper',
    pattern: /invalid func unknown#(?!195896080)(\d+)/,
    kernelLacks: true,
    why: ([, number = ''], { release }) => message`kernel ${release} has no BPF helper number ${number}`,
    cure: () =>
      message`do without it, or ask first: bpf_core_enum_value_exists(enum bpf_func_id, BPF_FUNC_…)`,
  },
  {
    id: 'gpl-only-helper',
    pattern: /cannot call GPL-restricted function from non-GPL compatible program/,
    why: (_, { log }) =>
      message`${nameOf(log.calls)} is only for programs under the GPL, and this one says another license`,
    cure: () => message`char LICENSE[] SEC("license") = "GPL"; "Dual BSD/GPL" and "Dual MIT/GPL" do as well`,
  },
  {
    id: 'map-type-of-helper',
    pattern: /cannot pass map_type (\d+) into func (bpf_\w+)#/,
    why: ([, type = '', helper = '']) =>
      message`${helper}() does not work on maps of this type (${type} of enum bpf_map_type)`,
    cure: ([, , helper = '']) =>
      /ringbuf/.test(helper)
        ? message`define the map with BPF_MAP_TYPE_RINGBUF`
        : /perf_event/.test(helper)
          ? message`define the map with BPF_MAP_TYPE_PERF_EVENT_ARRAY`
          : message`define the map with the type that the helper is for: man 7 bpf-helpers`,
  },
  {
    id: 'size-not-constant',
    pattern: /R(\d) (?:is not a known constant|unbounded size, use 'var &= const')/,
    why: ([, register = ''], { log }) =>
      message`argument ${register} of ${nameOf(log.calls)} has to be a constant, and here it is computed`,
    cure: () =>
      message`reserve the largest size: sizeof(struct event); for records of different sizes use bpf_ringbuf_output()`,
  },
  {
    id: 'size-negative',
    pattern: /R(\d) min value is negative, either use unsigned or/,
    why: ([, register = ''], { log }) =>
      message`the size, argument ${register} of ${nameOf(log.calls)}, may be negative or larger than any buffer`,
    cure: () =>
      message`make it unsigned and test it just before the call: if (size > sizeof(buffer)) return 0; or mask it: size &= 63`,
  },
  {
    id: 'size-unbounded',
    pattern: /R(\d) unbounded memory access, use 'var &= const'|R(\d) invalid zero-sized read/,
    why: ([, register, zero], { log }) =>
      message`nothing limits the size, argument ${register ?? zero ?? ''} of ${nameOf(log.calls)}`,
    cure: () =>
      message`test it just before the call: if (size > sizeof(buffer)) return 0; or mask it: size &= 63`,
  },
  {
    id: 'missing-kernel-function',
    pattern: /BPF_CALL uses reserved fields/,
    kernelLacks: true,
    why: (_, { release }) =>
      message`the program calls a function of the kernel by its name, which kernel ${release} does not let programs do`,
    cure: () => message`do without it: programs can call kernel functions since Linux 5.13`,
  },
  {
    id: 'kernel-function-not-allowed',
    pattern: /calling kernel function (\w+) is not allowed/,
    why: ([, name = ''], { section }) =>
      message`${name}() is a function of the kernel that ${programsLike(section)} may not call`,
    cure: () => message`use a helper, or a program of a kind that may call it`,
  },
  {
    id: 'sleepable-helper',
    pattern: /program must be sleepable to call sleepable kfunc (\w+)/,
    why: ([, name = '']) => message`${`${name}()`} may sleep, and a program at this place must not`,
    cure: () =>
      message`use a section whose programs may sleep (fentry.s/, lsm.s/, uprobe.s/, iter.s/), or a helper that does not: bpf_probe_read_user()`,
  },
  {
    id: 'dynptr-not-initialised',
    pattern: /[Ee]xpected an initialized dynptr as (?:arg #(\d)|R(\d))/,
    why: () => message`a struct bpf_dynptr is used before a call has set it, or after it was released`,
    cure: () =>
      message`make it first: bpf_dynptr_from_mem() or bpf_ringbuf_reserve_dynptr(); a variable of this type means nothing by itself`,
  },
  {
    id: 'iterator-not-initialised',
    pattern: /[Ee]xpected an (?:un)?initialized iter_(\w+) as (?:arg #(\d)|R(\d))/,
    why: ([, kind = '']) =>
      message`a struct bpf_iter_${kind} is not in the state that the call wants: it is made once, asked for values, and destroyed once`,
    cure: () =>
      message`use the macro that does it all, bpf_for() or bpf_for_each(); else bpf_iter_…_new() first, bpf_iter_…_destroy() last`,
  },
  {
    id: 'context-argument',
    pattern: /R(\d) type=(\w+) expected=ctx\b/,
    why: ([, register = ''], { log }) =>
      message`argument ${register} of ${nameOf(log.calls)} has to be the context as the program got it`,
    cure: () => message`hand on the program's own first argument, unchanged`,
  },
  {
    id: 'helper-argument',
    pattern: /R(\d) type=(\w+) expected=([^\n]*)/,
    why: ([, register = '', type = '', expected = ''], { log }) =>
      type === 'scalar' || type === 'inv'
        ? message`argument ${register} of ${nameOf(log.calls)} is a number to the verifier, and the call wants a pointer to memory of the program (${expected})`
        : message`argument ${register} of ${nameOf(log.calls)} is ${type}, and the call wants ${expected}`,
    cure: () =>
      message`hand over the address of a variable or of a map's value, &key; what lies in the kernel has to be copied first: bpf_probe_read_kernel()`,
  },
  {
    id: 'untrusted-pointer',
    pattern: /R(\d) must be (?:a rcu pointer|referenced(?: or trusted)?|referenced or rcu)/,
    why: ([, register = ''], { log }) =>
      message`argument ${register} of ${nameOf(log.calls)} has to be a pointer that surely points to something alive, and this one was only read from memory`,
    cure: () =>
      message`use a pointer from the program's arguments, or take a reference first: bpf_task_from_pid(), bpf_task_acquire()`,
  },
];

const nameOf = (calls: readonly string[]): string => `${calls.at(-1) ?? ''}()`;
