import type { Kernel } from '../kernel/types.js';
import { symbolTable, symbolText } from './symbol-table.js';
import { message, type Phrase } from '../../core/message.js';

/** Kernel addresses begin with these 16 bits on x86 and arm64; the other 48 a double holds exactly. */
const prefix = 0xffffn;
const low48 = 0xffff_ffff_ffffn;

/** A line with a function: its address, type, name and, behind a tab, its module. */
const functionLine = /^ffff([0-9a-f]{12}) [tTwW] ([^\t\n]+)(?:\t\[([^\]\n]+)\])?$/gm;

/** Names kernel addresses by /proc/kallsyms, which is read at the first question: `vfs_read+0x10`, `ext4_sync+0x8 [ext4]`. */
export function kernelSymbols(kernel: Kernel): (address: bigint) => string | undefined {
  let find: ((address: number) => string | undefined) | undefined;
  return (address) => {
    if (address >> 48n !== prefix) return undefined;
    find ??= readTable(kernel);
    return find(Number(address & low48));
  };
}

function readTable(kernel: Kernel): (address: number) => string | undefined {
  const matches = [...readKallsyms(kernel).matchAll(functionLine)];
  const names = matches.map(([, , name = '']) => name);
  const modules = new Map(
    matches.flatMap(([, , , module], index) => (module === undefined ? [] : [[index, module] as const])),
  );
  const table = symbolTable({
    starts: Float64Array.from(matches, ([, address = '0']) => Number.parseInt(address, 16)),
    sizes: new Float64Array(matches.length),
    nameOf: (index) => `${names[index] ?? ''}\0${modules.get(index) ?? ''}`,
  });
  return (address) => {
    const found = table.find(address);
    if (!found) return undefined;
    const [name = '', module = ''] = found.name.split('\0');
    const text = symbolText({ ...found, name });
    return module === '' ? text : `${text} [${module}]`;
  };
}

function readKallsyms(kernel: Kernel): string {
  try {
    return kernel.readText('/proc/kallsyms');
  } catch {
    return '';
  }
}

/** Enough of the file to meet functions: what stands before them are variables of processors. */
const headBytes = 64 * 1024;

/** Why kernel addresses will have no names; undefined when they will. */
export function kernelSymbolsNote(kernel: Kernel): Phrase | undefined {
  let head: string;
  try {
    head = readHead(kernel);
  } catch {
    head = '';
  }
  if (/^ffff[0-9a-f]{12} [tTwW] /m.test(head)) return undefined;
  return message`kernel addresses have no names: the kernel hides them from this process (sysctl kernel.kptr_restrict)`;
}

function readHead(kernel: Kernel): string {
  const fd = kernel.open('/proc/kallsyms');
  try {
    const buffer = Buffer.alloc(headBytes);
    let length = 0;
    for (let more = 1; more > 0 && length < headBytes; length += more) {
      more = kernel.read(fd, buffer.subarray(length)) ?? 0;
    }
    return buffer.toString('latin1', 0, length);
  } finally {
    kernel.close(fd);
  }
}
