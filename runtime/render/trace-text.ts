import { escapeText } from '../../core/escape.js';
import type { TraceLine } from '../readers/trace-lines.js';

/**
 * A line as trace_pipe prints it, with its line feed: `%16s-%-7d [%03d] flags time: bpf_trace_printk: message`.
 * Control characters are made visible; line feeds inside the message stay.
 */
export function renderTraceText(line: TraceLine): string {
  const comm = escapeText(line.comm).padStart(16);
  const pid = String(line.pid).padEnd(7);
  const cpu = String(line.cpu).padStart(3, '0');
  const message = escapeText(line.message, { keepLines: true });
  return `${comm}-${pid} [${cpu}] ${escapeText(line.flags)} ${line.time.padStart(12)}: bpf_trace_printk: ${message}\n`;
}
