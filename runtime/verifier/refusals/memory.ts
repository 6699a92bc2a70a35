import { message } from '../../../core/message.js';
import type { Refusal } from '../types.js';
import { bytesWords } from '../words.js';

/** Values of maps, the stack and the packet: memory with an end. */
export const memoryRefusals: readonly Refusal[] = [
  {
    id: 'map-value-bounds',
    pattern:
      /invalid access to map value, value_size=(\d+) off=(-?\d+) size=(\d+)\n(R\d+) min value is outside/,
    why: ([, size = '', offset = '', length = '']) =>
      message`${bytesWords(offset, length)} of a map's value that has ${size} bytes would be used, counted from 0`,
    cure: () => message`stay within the value type of the map, or give it a larger one`,
  },
  {
    id: 'map-value-index',
    pattern: /invalid access to (?:map value|memory), (?:value|mem)_size=(\d+) off=(-?\d+) size=(\d+)/,
    why: ([, size = '', offset = '', length = '']) =>
      message`the index may become so large that ${bytesWords(offset, length)} would be used of memory that has ${size}, counted from 0`,
    cure: () =>
      message`test the index against the number of elements, just before it is used: if (index >= 64) return 0;`,
  },
  {
    id: 'unbounded-offset',
    pattern: /(R\d+) unbounded memory access, make sure to bounds check/,
    why: () => message`nothing limits the index: it may point anywhere behind the memory`,
    cure: () =>
      message`test it first, unsigned: if (index >= 64) return 0; or mask it: index &= 63 (a number of elements that is a power of two)`,
  },
  {
    id: 'negative-offset',
    pattern:
      /(R\d+) min value is negative, either use unsigned index|math between (\w+) pointer and register with unbounded min value/,
    when: (_, [, , pointer]) => pointer !== 'fp' && pointer !== 'ctx',
    why: () =>
      message`the index may be negative, or has no lower bound that the verifier knows, and would point before the memory`,
    cure: () =>
      message`declare the index unsigned, as wide as it is (__u32 or __u64), and test it just before it is used: if (index >= 64) return 0;`,
  },
  {
    id: 'stack-variable-offset',
    pattern:
      /math between fp pointer and register with unbounded|variable-offset (?:read|write|stack)|unbounded variable-offset/,
    why: () => message`an array on the stack is used at an index that nothing limits`,
    cure: () =>
      message`test the index against the array's length just before it is used, unsigned: if (index >= 16) return 0;`,
  },
  {
    id: 'helper-stack-bounds',
    pattern: /invalid (?:indirect access to|read from|write to) stack (R\d+) off=(-?\d+) size=(\d+)/,
    when: ({ log }) => log.instruction?.text.startsWith('call') ?? false,
    why: ([, register = '', offset = '', size = '']) =>
      message`the call uses ${size} bytes behind the pointer in its argument ${register.slice(1)}, but only ${Math.abs(Number(offset))} lie between it and the end of the stack: the variable is smaller than what the function expects`,
    cure: () =>
      message`give the variable the type that the map or function has: the key and the value in the map's definition, the size in the call`,
  },
  {
    id: 'uninitialised-stack',
    pattern: /invalid (?:indirect )?read from stack (?:R(\d) )?(?:off -?\d+\+\d+|var_off [^\n]*)/,
    why: () =>
      message`some bytes of a variable on the stack are read that were never set: often the gap that the compiler leaves between the fields of a struct`,
    cure: () =>
      message`set all of it where it is declared: struct event event = {}; or __builtin_memset(&event, 0, sizeof(event))`,
  },
  {
    id: 'stack-bounds',
    pattern:
      /invalid (?:stack|(?:read from|write to) stack(?: R\d+)?|(?:in|)direct access to stack R\d+)[^\n]* off=?\s?\(?(-?\d+)/,
    why: ([, offset = '']) =>
      message`byte ${offset} of the stack is used, counted from its end: a program has the 512 bytes from -512 to -1, and this is not in them`,
    cure: () => message`stay within the array; an index that is a constant must be smaller than its length`,
  },
  {
    id: 'misaligned-access',
    pattern: /misaligned (?:\w+ )?access off ?[^\n]* size (\d+)/,
    why: ([, size = '']) => message`${size} bytes are used at an address that is not a multiple of ${size}`,
    cure: () =>
      message`keep fields at multiples of their size (no packed structs, no odd offsets), or copy the bytes: __builtin_memcpy()`,
  },
  {
    id: 'packet-bounds',
    pattern: /invalid access to packet, off=(-?\d+) size=(\d+)|(R\d+) offset is outside of the packet/,
    why: () => message`the packet may end before the bytes that are read here`,
    cure: () =>
      message`compare with its end first: if ((void *)(header + 1) > (void *)(long)ctx->data_end) return XDP_PASS;`,
  },
  {
    id: 'packet-write',
    pattern: /cannot write into packet/,
    why: () => message`programs of this kind may read the packet and not write it`,
    cure: () => message`change packets in a tc or xdp program`,
  },
  {
    id: 'read-only-map',
    pattern: /write into map forbidden/,
    why: () =>
      message`a constant is written: const variables lie in .rodata, which the program may only read`,
    cure: () => message`remove const from the variable, or use another one`,
  },
];
