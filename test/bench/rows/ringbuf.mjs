import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { compare } from '../measure.mjs';
import { tsecc, tsecli } from '../workspace.mjs';

const source = fileURLToPath(new URL('../reads.bpf.c', import.meta.url));
const events = 500_000;
const script =
  'tracepoint:syscalls:sys_enter_read /comm == "dd"/ { printf("{\\"pid\\":%d,\\"fd\\":%d,\\"count\\":%d,\\"comm\\":\\"%s\\"}\\n", pid, args->fd, args->count, comm); }';

/** Milliseconds of the reader's own CPU: two processors are shared by the traced process and its reader. */
export const row = {
  name: `${events} traced reads as JSON lines, CPU of the reader / bpftrace`,
  reach: 0.33,
  async run({ runs }) {
    if (process.geteuid() !== 0) return { skipped: 'needs root' };
    if (!commandExists('bpftrace')) return { skipped: 'needs bpftrace' };
    const folder = mkdtempSync(join(tmpdir(), 'tsecc-bench-'));
    try {
      execFileSync(process.execPath, [tsecc, source, '-o', folder], { stdio: 'ignore' });
      const lines = join(folder, 'lines');
      const ours = [process.execPath, [tsecli, '-j', join(folder, 'package.json')]];
      return await compare(
        () => readerTime(ours, lines),
        () => readerTime(['bpftrace', ['-e', script]], lines),
        Math.min(runs, 5),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function commandExists(name) {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** CPU time of a tracer between the begin of the work and the moment when all of it is written, for so many events. */
async function readerTime([command, args], lines) {
  const output = openSync(lines, 'w');
  const tracer = spawn(command, args, { stdio: ['ignore', output, 'ignore'] });
  closeSync(output);
  try {
    await untilSeen(lines);
    const before = cpuTime(tracer.pid);
    read(events);
    await untilQuiet(lines);
    const time = cpuTime(tracer.pid) - before;
    const seen = readFileSync(lines, 'latin1').split('"comm":"dd"').length - 1;
    if (seen === 0) throw new Error(`${command} printed no events`);
    // bpftrace may lose some: what counts is the price of one that is printed.
    return (time / seen) * events;
  } finally {
    tracer.kill('SIGINT');
    await once(tracer, 'exit');
  }
}

const read = (count) =>
  execFileSync('dd', ['if=/dev/zero', 'of=/dev/null', 'bs=1', `count=${count}`], { stdio: 'ignore' });

/** Reads a little until the tracer prints it, so that it is attached. */
async function untilSeen(lines) {
  for (let tries = 0; tries < 100 && statSync(lines).size < 200; tries += 1) {
    read(10);
    await sleep(100);
  }
}

/** Waits until no more lines come. */
async function untilQuiet(lines) {
  for (let size = -1; statSync(lines).size !== size;) {
    size = statSync(lines).size;
    await sleep(500);
  }
}

/** User and system time of a process in milliseconds (proc_pid_stat(5)), at 100 ticks a second. */
function cpuTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
