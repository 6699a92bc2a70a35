import { EM_AARCH64, EM_X86_64 } from '../../../core/elf/constants.js';
import { registerOffset } from './registers.js';
import type { UsdtArgument } from './types.js';
import { message, type Message } from '../../../core/message.js';

/**
 * Reads where a static probe's arguments are, as the assembler of a machine (`e_machine`) wrote it: x86
 * `-4@%edi 8@-16(%rbp) 4@$5`, arm64 `8@x0 -4@[sp, 12] 4@5`. Gives the reason when one cannot be understood:
 * floating-point registers, places that are computed, other machines.
 */
export function parseUsdtArguments(machine: number, text: string): readonly UsdtArgument[] | Message {
  const words = splitWords(text);
  const parsed = words.map((word) => parseArgument(machine, word));
  const bad = parsed.findIndex((argument) => argument === undefined);
  if (bad >= 0)
    return message`argument ${bad} of the probe is in a place that is not supported: ${words[bad] ?? ''}`;
  return parsed.filter((argument) => argument !== undefined);
}

/** Blanks inside of brackets belong to the argument: `-4@[sp, 12]`. */
function splitWords(text: string): readonly string[] {
  return text.match(/[^\s[]+(?:\[[^\]]*\])?/g) ?? [];
}

function parseArgument(machine: number, word: string): UsdtArgument | undefined {
  const [, size, place = ''] = /^(-?[1248])@(.+)$/.exec(word) ?? [];
  if (size === undefined) return undefined;
  const width = { size: sizeOf(size), signed: size.startsWith('-') };
  const found =
    machine === EM_X86_64 ? parseX86(place) : machine === EM_AARCH64 ? parseArm(place) : undefined;
  if (!found) return undefined;
  if (found.kind === 'constant') return { ...width, ...found };
  const register = registerOffset(machine, found.register);
  return register === undefined ? undefined : { ...width, ...found, register };
}

function sizeOf(text: string): UsdtArgument['size'] {
  const size = Math.abs(Number(text));
  return size === 1 || size === 2 || size === 4 ? size : 8;
}

/** A place with its register still by name. */
type NamedPlace =
  | { readonly kind: 'constant'; readonly value: bigint }
  | { readonly kind: 'register'; readonly register: string }
  | { readonly kind: 'memory'; readonly register: string; readonly offset: bigint };

const integer = '-?(?:0x[0-9a-f]{1,16}|\\d{1,20})';

const x86Forms = {
  constant: new RegExp(`^\\$(${integer})$`, 'i'),
  register: /^%(\w+)$/,
  memory: new RegExp(`^(${integer})?\\(%(\\w+)\\)$`, 'i'),
};

const armForms = {
  constant: new RegExp(`^(${integer})$`, 'i'),
  register: /^([xw]\d+|sp)$/,
  memory: new RegExp(`^\\[(\\w+)(?:, *#?(${integer}))?\\]$`, 'i'),
};

function parseX86(place: string): NamedPlace | undefined {
  const constant = x86Forms.constant.exec(place)?.[1];
  if (constant !== undefined) return { kind: 'constant', value: bigInteger(constant) };
  const register = x86Forms.register.exec(place)?.[1];
  if (register !== undefined) return { kind: 'register', register };
  const [, offset = '0', base] = x86Forms.memory.exec(place) ?? [];
  return base === undefined ? undefined : { kind: 'memory', register: base, offset: bigInteger(offset) };
}

function parseArm(place: string): NamedPlace | undefined {
  const constant = armForms.constant.exec(place)?.[1];
  if (constant !== undefined) return { kind: 'constant', value: bigInteger(constant) };
  const register = armForms.register.exec(place)?.[1];
  if (register !== undefined) return { kind: 'register', register };
  const [, base, offset = '0'] = armForms.memory.exec(place) ?? [];
  return base === undefined ? undefined : { kind: 'memory', register: base, offset: bigInteger(offset) };
}

/** BigInt() reads no minus before 0x. */
function bigInteger(text: string): bigint {
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}
