import { message } from '../../../core/message.js';
import type { Mistake } from './types.js';

/** What BPF's machine cannot do: clang's back end says so, behind all that is checked of C. */
export const backEndMistakes: readonly Mistake[] = [
  {
    text: /BPF stack limit/,
    cure: message`a program has 512 bytes of stack: keep large variables in a map (BPF_MAP_TYPE_PERCPU_ARRAY with one element)`,
  },
  {
    text: /call to built-in function '__\w*[sdt]f\w*' is not supported/i,
    cure: message`BPF has no floating-point numbers: count in whole ones, such as thousandths`,
    spoils: 'row',
  },
  {
    text: /call to built-in function '__(?:mod|div|mul)[dt]i\d' is not supported|Unsupport signed division/i,
    cure: message`BPF divides only unsigned numbers of up to 64 bits: use u64`,
  },
  {
    text: /call to built-in function '(?<name>\w+)' is not supported/i,
    cure: ({ groups: { name = '' } }) =>
      message`there is no C library in the kernel: use __builtin_${name} with a constant size of at most 1024 bytes, or a loop`,
  },
  {
    text: /too many arg(?:ument)?s|stack arguments are not supported/,
    cure: message`a BPF function takes at most 5 arguments: give a pointer to a struct that holds them, or write static __always_inline`,
    spoils: 'row',
  },
  {
    text: /VarArgs or StructRet|aggregate returns are not supported|variadic functions are not supported/i,
    cure: message`a BPF function takes no ... and returns no struct: give a pointer to one that it fills, or write static __always_inline`,
  },
  {
    text: /variable length array|unsupported dynamic stack allocation/i,
    cure: message`give the array a constant size: the verifier must know how much stack there is`,
    spoils: 'row',
  },
  {
    text: /unknown argument|unsupported option|argument unused/,
    cure: message`see --additional-cflags: clang is given it as it stands`,
  },
];
