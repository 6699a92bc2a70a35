// Tracers that do the same work, each behind a pipe: how they are started, known to be attached, and measured.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compileC } from './c-programs.mjs';
import { cpuTime, peakMemory } from './process-figures.mjs';
import { readReports } from './reports.mjs';

/** Numbers of the producer from here on are measured, those below are warm-up. */
const firstNumber = 1_000_000_000;

/** A temporary folder with the producer and the far end of pipes in it; removed by `close`. */
export function openTraceBench() {
  const folder = mkdtempSync(join(tmpdir(), 'tsecc-bench-'));
  return {
    folder,
    producer: compileC('producer', folder),
    farEnd: compileC('far-end', folder),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The producer's work: calls a second (0: as fast as it goes), how many, and from which number on. */
export async function produce({ producer }, { calls = 'lseek', rate, count, first = firstNumber, signal }) {
  const args = [calls, ...[rate, count, first].map(String)];
  return JSON.parse((await promisify(execFile)(producer, args, { signal })).stdout);
}

/**
 * Starts a tracer into a pipe and the far end that reads it. A side is its `command` and `args`, and, where they
 * differ from `"seq":` and `"ts":`, the `keys` before number and time in its lines; a time `-` is none.
 */
export function startTracer(bench, side) {
  const { command, args, keys = {}, clock = 'monotonic' } = side;
  const { number = '"seq":', time = '"ts":' } = keys;
  const pipe = openPipe(bench.folder);
  const farEnd = spawn(bench.farEnd, [number, time, clock, String(firstNumber)], {
    stdio: [pipe.reader, 'pipe', 'inherit'],
  });
  const tracer = spawn(command, args, { stdio: ['ignore', pipe.writer, 'pipe'] });
  pipe.close();
  const reports = readReports(farEnd.stdout, `${command} ${args.join(' ')}`);
  tracer.stderr.setEncoding('utf8').on('data', reports.addErrors);
  const ended = Promise.all([once(tracer, 'close'), once(farEnd, 'close')]);
  return {
    pid: tracer.pid,
    reports,
    stop: async () => {
      tracer.kill('SIGINT');
      // bpftrace 0.17 overlooks a signal that comes between two of its waits.
      const again = setInterval(() => tracer.kill('SIGINT'), 3000);
      await ended.finally(() => clearInterval(again));
    },
  };
}

/** A real pipe: what Node makes for a child's output is a socket. */
function openPipe(folder) {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  // While both ends are held, opening one does not wait for the other.
  const both = openSync(path, 'r+');
  const reader = openSync(path, 'r');
  const writer = openSync(path, 'w');
  rmSync(path);
  return { reader, writer, close: () => [both, reader, writer].forEach((end) => closeSync(end)) };
}

/** Has the producer work slowly all the while that something is done. */
export async function whileProducing(bench, work, run) {
  const done = new AbortController();
  const ended = produce(bench, { count: 100_000_000, first: 0, ...work, signal: done.signal }).catch(
    () => {},
  );
  try {
    return await run();
  } finally {
    done.abort();
    await ended;
  }
}

/** Waits until the tracer has printed an event, then until it has printed all that there are. */
export async function untilAttached(bench, { reports }, calls) {
  await whileProducing(bench, { calls, rate: 1000 }, () => reports.until(({ warm }) => warm > 0));
  await reports.untilSilent();
}

/**
 * One tracer from its start to its end, with one piece of work: events a second from the first call to the last line,
 * CPU time of the tracer for each line in µs, lines lost, memory in MB, latencies in µs, and what a call took
 * the producer, in µs.
 */
export async function measureSide(bench, side, work) {
  const close = await side.begin?.();
  const tracer = startTracer(bench, side);
  let produced;
  let used;
  try {
    await untilAttached(bench, tracer, work.calls);
    const before = cpuTime(tracer.pid);
    produced = await produce(bench, work);
    await tracer.reports.untilSilent();
    used = { cpu: cpuTime(tracer.pid) - before, memory: peakMemory(tracer.pid) };
  } finally {
    await tracer.stop();
    await close?.();
  }
  // Some print the last lines as they end.
  const { lines, last, p50, p99 } = tracer.reports.last();
  if (lines === 0) throw new Error(`${side.command} printed no event`);
  return {
    'events/s': (lines / (last - produced.start)) * 1e9,
    'CPU µs/event': (used.cpu * 1000) / lines,
    lost: produced.count - lines,
    'peak MB': used.memory,
    ...(p50 > 0 && { 'p50 µs': p50, 'p99 µs': p99 }),
    'call µs': (produced.cpu * 1e6) / produced.count,
  };
}
