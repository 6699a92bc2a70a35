import type { Kernel } from '../kernel/types.js';
import { symbolTable, type SymbolTable } from './symbol-table.js';

/** A map of a process that has compiled for hours is some megabytes large. */
const maxBytes = 64 * 1024 * 1024;
const maxNameLength = 512;

/** A function that a process compiled: start, size and name (tools/perf/Documentation/jit-interface.txt). */
const line = /^([0-9a-f]{1,13}) ([0-9a-f]{1,13}) ([^\n]+)$/gm;

/**
 * The functions that a process says it has compiled into its memory, in /tmp/perf-PID.map as it sees /tmp and itself.
 * Whatever stands there is its word alone. Empty where it says nothing.
 */
export function jitSymbols(kernel: Kernel, processId: number): SymbolTable {
  const matches = [...readMap(kernel, processId).matchAll(line)];
  const hex = (text = '0'): number => Number.parseInt(text, 16);
  return symbolTable({
    starts: Float64Array.from(matches, ([, start]) => hex(start)),
    sizes: Float64Array.from(matches, ([, , size]) => hex(size)),
    nameOf: (index) => (matches[index]?.[3] ?? '').slice(0, maxNameLength),
  });
}

function readMap(kernel: Kernel, processId: number): string {
  try {
    const status = kernel.readText(`/proc/${processId}/status`);
    const own = /^NSpid:.*\t(\d+)$/m.exec(status)?.[1] ?? String(processId);
    const bytes = kernel.readBytes(`/proc/${processId}/root/tmp/perf-${own}.map`, maxBytes);
    return Buffer.from(bytes ?? []).toString('utf8');
  } catch {
    return '';
  }
}
