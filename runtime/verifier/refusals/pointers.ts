import { message } from '../../../core/message.js';
import type { Refusal } from '../types.js';

/** What is not to be done to pointers, and locks. */
export const pointerRefusals: readonly Refusal[] = [
  {
    id: 'pointer-32-bit',
    pattern: /(R\d+) 32-bit pointer arithmetic prohibited/,
    why: () => message`a pointer is treated as a number of 32 bits, which cuts it`,
    cure: () => message`keep pointers in variables of pointer type, or of 64 bits: unsigned long, never int`,
  },
  {
    id: 'pointer-operator',
    pattern:
      /(R\d+) (?:bitwise operator (\S+)|pointer arithmetic with (\S+) operator)(?: on pointer)? ?prohibited|(R\d+) (?:bitwise operator|pointer arithmetic with) (\S+)/,
    why: (match) =>
      message`the operator ${match[2] ?? match[3] ?? match[5] ?? ''} is applied to a pointer: only a number may be added or subtracted`,
    cure: () => message`compute with the index or the offset, not with the pointer; then pointer + offset`,
  },
  {
    id: 'pointer-arithmetic',
    pattern: /(R\d+) pointer arithmetic on (\w+) prohibited/,
    why: ([, , type = '']) =>
      message`a number is added to a pointer that is a handle, not an array (${type})`,
    cure: () =>
      message`use it as it is; to reach elements of a map, take bpf_map_lookup_elem() with another key`,
  },
  {
    id: 'pointer-leak',
    pattern: /(R\d+) leaks addr (?:into|as) ([\w ]+)|leaking pointer/,
    why: () => message`an address of the kernel would get out to a user who must not see it`,
    cure: () => message`write what it points to, not the pointer; or run with CAP_PERFMON`,
  },
  {
    id: 'spin-lock-held',
    pattern:
      /bpf_spin_unlock is missing|BPF_EXIT instruction in main prog cannot be used inside bpf_spin_lock-ed region/,
    why: () => message`the program ends while it holds a lock: nobody else would get it ever again`,
    cure: () => message`call bpf_spin_unlock() before each return behind bpf_spin_lock()`,
  },
  {
    id: 'spin-lock-call',
    pattern: /function calls are not allowed while holding a lock/,
    why: (_, { log }) =>
      message`${log.calls.at(-1) ?? ''}() is called while a lock is held; no call is possible then`,
    cure: () =>
      message`make the call before bpf_spin_lock(), and only copy its result while the lock is held`,
  },
  {
    id: 'spin-lock-tracing',
    pattern:
      /(?:tracing|socket filter|sleepable) progs cannot use (bpf_spin_lock|bpf_timer\w*|bpf_[a-z_]+) yet/,
    why: ([, what = '']) =>
      message`programs of this kind cannot use ${what}: they may interrupt the one that has it`,
    cure: () =>
      message`count with __sync_fetch_and_add(&value, 1), or in a per-CPU map: BPF_MAP_TYPE_PERCPU_ARRAY needs no lock`,
  },
];
