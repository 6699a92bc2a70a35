import { escapeText } from '../../core/escape.js';
import type { StackFrame, StackSample } from '../readers/types.js';

/**
 * A sample as ecli and libbpf's `profile` print it: who was running, then the frames of the kernel and of user space,
 * the innermost first. Ends in an empty line.
 */
export function renderStack({ comm, pid, cpu, kernel, user }: StackSample): string {
  const title = `COMM: ${escapeText(comm)} (pid=${pid}) @ CPU ${cpu}\n`;
  return `${title}${section('Kernel', kernel)}${section('Userspace', user)}\n`;
}

function section(name: string, frames: readonly StackFrame[]): string {
  if (frames.length === 0) return `No ${name} Stack\n`;
  const lines = frames.map(({ address, symbol }, index) => {
    const place = `[<${address.toString(16).padStart(16, '0')}>]`;
    return `${String(index).padStart(3)} ${place}${symbol === undefined ? '' : ` ${escapeText(symbol)}`}\n`;
  });
  return `${name}:\n${lines.join('')}`;
}

/** Frames on one line, the outermost first, as flame graphs take them: `main;work;sleep`. */
export function foldFrames(frames: readonly StackFrame[]): string {
  return frames
    .map(({ address, symbol }) => escapeText(symbol ?? `0x${address.toString(16)}`).replaceAll(';', ':'))
    .toReversed()
    .join(';');
}
