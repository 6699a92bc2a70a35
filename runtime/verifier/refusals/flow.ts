import { message } from '../../../core/message.js';
import type { Refusal } from '../types.js';

/** Loops, sizes, the way through the program and out of it. */
export const flowRefusals: readonly Refusal[] = [
  {
    id: 'infinite-loop',
    pattern: /infinite loop detected at insn (\d+)|back-edge from insn (\d+) to (\d+)/,
    why: () => message`the verifier finds no end of this loop`,
    cure: () =>
      message`give it a bound that is a constant: for (int i = 0; i < 100; i++), and leave it earlier with break`,
  },
  {
    id: 'too-many-instructions',
    pattern: /BPF program is too large\. Processed (\d+) insn|The sequence of \d+ jumps is too complex/,
    why: () =>
      message`the verifier gives up: it follows each round of each loop and each way through the program, and a million instructions are all it looks at`,
    cure: () =>
      message`fewer rounds, fewer nested loops and branches in them; for many rounds use bpf_loop() (Linux 5.17) or bpf_for() (Linux 6.4), whose body is looked at once`,
  },
  {
    id: 'stack-too-large',
    pattern: /combined stack size of (\d+) calls is (\d+)\. Too large/,
    why: ([, calls = '', size = '']) =>
      message`${calls} functions that call each other need ${size} bytes of stack together, and there are 512`,
    cure: () => message`keep large buffers in a map: a BPF_MAP_TYPE_PERCPU_ARRAY with one entry`,
  },
  {
    id: 'tail-call-stack',
    pattern: /tail_calls are not allowed when call stack of previous frames is (\d+) bytes/,
    why: ([, size = '']) =>
      message`bpf_tail_call() is made from a function whose callers use ${size} bytes of stack; then 256 is the most`,
    cure: () => message`make the tail call from the program itself, or keep its large buffers in a map`,
  },
  {
    id: 'tail-call-function',
    pattern: /tail_calls are not allowed in (?:non-JITed )?programs with bpf-to-bpf calls/,
    why: () => message`this kernel takes no bpf_tail_call() in a program with functions that are not inlined`,
    cure: () => message`declare the functions static __always_inline`,
  },
  {
    id: 'call-depth',
    pattern: /the call stack of (\d+) frames is too deep/,
    why: () => message`functions call each other more than 8 deep`,
    cure: () => message`declare the small ones static __always_inline; recursion is not possible`,
  },
  {
    id: 'uninitialised-register',
    pattern: /(R\d+) !read_ok/,
    why: ([, register = '']) =>
      register === 'R0'
        ? message`the program or function returns a value that was never set on this path`
        : message`a variable is used that was never set on this path (${register})`,
    cure: () => message`set the variable where it is declared: int result = 0;`,
  },
  {
    id: 'return-value',
    pattern:
      /At (?:program|async callback) exit the register R0 has (?:value \((\S+); \S+\)|([^\n]*?)) should have been in (\[[^\]\n]*\]|\(0x(\w+); 0x(\w+)\))/,
    why: ([, , , range = '', base = '', mask = '']) =>
      base === ''
        ? message`a program of this kind may only return a number in ${range}`
        : message`a program of this kind may only return a number in ${`[${Number.parseInt(base, 16)}, ${Number.parseInt(base, 16) + Number.parseInt(mask, 16)}]`}`,
    cure: (_, { section = '' }) =>
      section.startsWith('lsm')
        ? message`return 0 to allow, or a negative error number such as -EPERM to refuse`
        : message`return one of the values that are defined for this kind: cgroup programs 0 to refuse and 1 to allow, fentry programs 0`,
  },
  {
    id: 'unreachable-instruction',
    pattern: /unreachable insn (\d+)/,
    why: ([, index = '']) => message`nothing leads to instruction ${index} of the program`,
    cure: () => message`remove the code behind a return or a goto; in inline assembly look at the jumps`,
  },
  {
    id: 'no-exit',
    pattern: /last insn is not an exit or jmp/,
    why: () => message`the program can run beyond its end: its last instruction does not leave it`,
    cure: () =>
      message`end it with return; a loop without an end, and what the compiler takes to be impossible, have no return behind them`,
  },
  {
    id: 'jump-out-of-range',
    pattern: /jump out of range from insn (\d+) to (\d+)/,
    why: ([, from = '', to = '']) =>
      message`a jump leads from instruction ${from} to ${to}, which is not of this function`,
    cure: () =>
      message`look at the jumps in inline assembly: they count instructions, or name a label of the same block`,
  },
];
