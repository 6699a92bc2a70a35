// What the kernel knows of a running process (proc(5)).
import { readFileSync } from 'node:fs';

/** User and system time in milliseconds: the kernel counts in 100 ticks a second. */
export function cpuTime(pid) {
  // The name in parentheses may have spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Largest memory so far, in MB. */
export const peakMemory = (pid) => memory(pid, 'VmHWM');

/** Memory now, in MB. */
export const currentMemory = (pid) => memory(pid, 'VmRSS');

function memory(pid, field) {
  const [, size] = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(
    readFileSync(`/proc/${pid}/status`, 'latin1'),
  );
  return Number(size) / 1024;
}
