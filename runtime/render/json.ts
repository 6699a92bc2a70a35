import type { TraceLine } from '../readers/trace-lines.js';

/** Characters that JSON leaves as they are, and that act on a terminal: DEL, C1, line separators, bidi overrides. */
const unescaped = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * A line as one JSON object with its line feed: `comm`, `pid`, `cpu`, `flags`, `time` (seconds of the trace clock, a
 * number exact to the microsecond), `message`.
 */
export function renderJson(line: TraceLine): string {
  const { comm, pid, cpu, flags, time, message } = line;
  const text = JSON.stringify({ comm, pid, cpu, flags, time: Number(time), message });
  return `${text.replace(unescaped, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
