import { message } from '../../../core/message.js';
import { originOf } from '../origin.js';
import type { Refusal } from '../types.js';

/** Pointers that are used before it is known that they are not NULL. */
export const nullRefusals: readonly Refusal[] = [
  {
    id: 'null-map-value',
    pattern: /(R\d+) invalid mem access 'map_value_or_null'/,
    why: ([, register = ''], context) =>
      message`${originOf(register, context) ?? 'bpf_map_lookup_elem()'} gives NULL where the map has no such key, and the pointer is used without a test`,
    cure: () => message`test it first: if (!value) return 0;`,
  },
  {
    id: 'null-ringbuf-record',
    pattern: /(R\d+) invalid mem access '(?:ringbuf_|alloc_)?mem_or_null'/,
    why: ([, register = ''], context) =>
      message`${originOf(register, context) ?? 'bpf_ringbuf_reserve()'} gives NULL where the ring buffer is full, and the record is used without a test`,
    cure: () => message`test it first: if (!event) return 0;`,
  },
  {
    id: 'null-pointer',
    pattern: /(R\d+) invalid mem access '(\w+_or_null)'/,
    why: ([, register = '']) =>
      message`the pointer in ${register} may be NULL, and it is used without a test`,
    cure: () => message`test it first: if (!pointer) return 0;`,
  },
  {
    id: 'null-argument',
    pattern: /R(\d) type=(\w*)_or_null expected=/,
    why: ([, register = '']) =>
      message`argument ${register} of the helper may be NULL, which the helper does not take`,
    cure: () => message`test the pointer before the call: if (!pointer) return 0;`,
  },
  {
    id: 'null-argument',
    pattern: /Possibly NULL pointer passed to (?:trusted|helper) (?:arg#?(\d)|R(\d))/,
    why: ([, from0, from1]) =>
      message`argument ${from1 ?? Number(from0) + 1} of the call may be NULL, which the function does not take`,
    cure: () => message`test the pointer before the call: if (!pointer) return 0;`,
  },
  {
    id: 'pointer-or-null-arithmetic',
    pattern: /(R\d+) pointer arithmetic on (\w+_or_null) prohibited, null-check it first/,
    why: () =>
      message`the address of a field or element is computed from a pointer that may be NULL, before it is tested`,
    cure: () => message`test the pointer itself first: if (!pointer) return 0;`,
  },
];
