import { byteReader } from '../bytes.js';
import { failElf } from '../elf/elf-error.js';
import { instructionSize } from './instructions.js';
import type { LinuxVersion } from './linux-version.js';

/** What of the instruction set a program may use that not every kernel with BPF has. */
export type CodeFeature = keyof typeof codeFeatures;

/** The Linux that brought each, by ebpf-docs and kernel's Documentation/bpf/standardization. */
export const codeFeatures = {
  /** A call of another function of the object (BPF_PSEUDO_CALL). */
  'functions of its own': '4.16',
  /** 32-bit jumps, `-mcpu=v3`. */
  '32-bit jumps': '5.1',
  loops: '5.3',
  /** Operations that give the old value, and exchanges. */
  'atomic operations': '5.12',
  /** Sign extension, byte swaps, signed division, long jumps: `-mcpu=v4`. */
  'instructions of version 4': '6.6',
  may_goto: '6.9',
  /** Loads that acquire and stores that release. */
  'ordered loads and stores': '6.15',
} as const satisfies Readonly<Record<string, LinuxVersion>>;

// linux/bpf_common.h and linux/bpf.h.
const BPF_LD_IMM64_OPCODE = 0x18;
const BPF_LDX = 0x01;
const BPF_ALU = 0x04;
const BPF_JMP = 0x05;
const BPF_JMP32 = 0x06;
const BPF_ALU64 = 0x07;
const BPF_STX_ATOMIC32 = 0xc3;
const BPF_STX_ATOMIC64 = 0xdb;
const BPF_FETCH = 0x01;
const BPF_LOAD_ACQ = 0x100;
const BPF_STORE_REL = 0x110;
const BPF_MEMSX = 0x80;
const BPF_JA = 0x00;
const BPF_CALL = 0x80;
const BPF_EXIT = 0x90;
const BPF_JCOND = 0xe0;
const BPF_DIV = 0x30;
const BPF_MOD = 0x90;
const BPF_MOV = 0xb0;
const BPF_END = 0xd0;

/** The features that the code of a section uses, each once. */
export function featuresOf(code: Uint8Array, littleEndian: boolean): ReadonlySet<CodeFeature> {
  const read = instructionReader(code, littleEndian);
  const count = Math.floor(code.length / instructionSize);
  const features = new Set<CodeFeature>();
  // Memory that is bounded: hostile code has millions of instructions.
  const states = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const instruction = read(at);
    const feature = featureOf(instruction);
    if (feature) features.add(feature);
    // The second half of the constant is a slot of its own that is no instruction.
    if (instruction.opcode === BPF_LD_IMM64_OPCODE) states[++at] = done;
  }
  if (hasCycle(read, states)) features.add('loops');
  return features;
}

interface Instruction {
  readonly opcode: number;
  readonly offset: number;
  readonly immediate: number;
  readonly source: number;
}

function instructionReader(code: Uint8Array, littleEndian: boolean): (index: number) => Instruction {
  const reader = byteReader(code, littleEndian, failElf);
  return (index) => {
    const at = index * instructionSize;
    const registers = reader.u8(at + 1);
    return {
      opcode: reader.u8(at),
      source: littleEndian ? registers >> 4 : registers & 0xf,
      offset: (reader.u16(at + 2) << 16) >> 16,
      immediate: reader.i32(at + 4),
    };
  };
}

function featureOf({ opcode, offset, immediate, source }: Instruction): CodeFeature | undefined {
  const operation = opcode & 0xf0;
  switch (opcode & 0x07) {
    case BPF_LDX:
      return (opcode & 0xe0) === BPF_MEMSX ? 'instructions of version 4' : undefined;
    case BPF_JMP:
      if (operation === BPF_JCOND) return 'may_goto';
      return operation === BPF_CALL && source === 1 ? 'functions of its own' : undefined;
    case BPF_JMP32:
      return operation === BPF_JA ? 'instructions of version 4' : '32-bit jumps';
    case BPF_ALU:
    case BPF_ALU64:
      return isVersion4(opcode, offset) ? 'instructions of version 4' : undefined;
    default:
      return opcode === BPF_STX_ATOMIC32 || opcode === BPF_STX_ATOMIC64
        ? atomicFeature(immediate)
        : undefined;
  }
}

/** An addition without its result is as old as BPF. */
function atomicFeature(immediate: number): CodeFeature | undefined {
  if (immediate === BPF_LOAD_ACQ || immediate === BPF_STORE_REL) return 'ordered loads and stores';
  return immediate !== 0 || (immediate & BPF_FETCH) !== 0 ? 'atomic operations' : undefined;
}

function isVersion4(opcode: number, offset: number): boolean {
  const operation = opcode & 0xf0;
  if (operation === BPF_END) return (opcode & 0x07) === BPF_ALU64;
  return offset !== 0 && (operation === BPF_DIV || operation === BPF_MOD || operation === BPF_MOV);
}

/** Where the program may go on behind an instruction; undefined for what there is not. */
function successor({ opcode, offset, immediate }: Instruction, at: number, which: 0 | 1): number | undefined {
  const behind = at + (opcode === BPF_LD_IMM64_OPCODE ? 2 : 1);
  const kind = opcode & 0x07;
  const operation = opcode & 0xf0;
  const isCall = kind === BPF_JMP && operation === BPF_CALL;
  if ((kind !== BPF_JMP && kind !== BPF_JMP32) || isCall) return which === 0 ? behind : undefined;
  if (kind === BPF_JMP && operation === BPF_EXIT) return undefined;
  const target = at + 1 + (kind === BPF_JMP32 && operation === BPF_JA ? immediate : offset);
  if (operation === BPF_JA) return which === 0 ? target : undefined;
  return which === 0 ? behind : target;
}

// What is known of an instruction: not met, on the path by its first way or by its second, and left behind.
const fresh = 0;
const onPath = 1;
const onPathTwice = 2;
const done = 3;

/** Whether some way leads back to where it began: a walk in depth, which meets what it is still on. */
function hasCycle(read: (index: number) => Instruction, states: Uint8Array): boolean {
  const count = states.length;
  const path = new Int32Array(count);
  for (let start = 0; start < count; start++) {
    if (states[start] !== fresh) continue;
    let depth = 0;
    path[depth++] = start;
    while (depth > 0) {
      const at = path[depth - 1] ?? 0;
      const state = states[at] ?? done;
      if (state === onPathTwice) {
        states[at] = done;
        depth--;
        continue;
      }
      states[at] = state === fresh ? onPath : onPathTwice;
      const target = successor(read(at), at, state === fresh ? 0 : 1);
      if (target === undefined || target < 0 || target >= count) continue;
      const met = states[target];
      if (met === onPath || met === onPathTwice) return true;
      if (met === fresh) path[depth++] = target;
    }
  }
  return false;
}
