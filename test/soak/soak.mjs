// A run of tsecli for as long as one likes, at a steady rate, with its memory, descriptors and lag written down.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from '../bench/measure.mjs';
import { cpuTime, currentMemory } from '../bench/process-figures.mjs';
import { tsecc, tsecli } from '../bench/workspace.mjs';
import { countLines } from './count-lines.mjs';
import { judge } from './judge.mjs';

const fileNamed = (name) => fileURLToPath(new URL(name, import.meta.url));

/** One call in so many is a line of the trace: LINES of soak.bpf.c. */
const callsPerLine = 16;

/** How often figures are read within a sample, which has their medians. */
const looks = 5;

/** How long the last events may take, in milliseconds. */
const lastMs = 10_000;

/**
 * Runs for some seconds at so many calls a second, each of which is traced by a ring and a perf buffer; `say` gets a line
 * for each sample. Gives what is wrong at the end, as `judge` does. The signal ends it, and then nothing is judged.
 */
export async function soak({ seconds, rate, samples: wanted, env = process.env }, say, signal) {
  const folder = mkdtempSync(join(tmpdir(), 'tsecc-soak-'));
  const children = [];
  try {
    execFileSync(process.execPath, [tsecc, fileNamed('soak.bpf.c'), '-o', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // Of this soak alone, whoever else runs one.
    const mark = 1 + (process.pid % 8000);
    const args = [tsecli, '-j', join(folder, 'package.json'), '--mark', String(mark)];
    const tracer = follow(children, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    await tracer.says(/^Running eBPF program\.\.\.$/m);
    const lines = countLines(tracer.child.stdout);
    const count = Math.round(seconds * rate);
    const work = [fileNamed('producer.mjs'), mark, rate, count].map(String);
    const producer = follow(children, work, { stdio: ['pipe', 'pipe', 'pipe'], env });
    producer.child.stdin.end('go\n');
    // On a busy machine a producer takes a while to start.
    while (lines.counts.ring === 0) await alive(tracer, 20, signal);
    const samples = await takeSamples({ seconds, wanted, tracer, lines, say, signal });
    await producer.ended;
    const missing = await untilAllCame(lines, count);
    tracer.child.kill('SIGINT');
    const code = await tracer.ended;
    say(tracer.errors().trim().split('\n').at(-1) ?? '');
    return [...judge(samples, missing), ...(code === 0 ? [] : [`tsecli ended with ${code}`])];
  } finally {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a program of Node; one that fails to say what it should is told with all it said. */
function follow(children, args, options) {
  const child = spawn(process.execPath, args, options);
  children.push(child);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4000)));
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return {
    child,
    ended,
    errors: () => said,
    says: async (pattern) => {
      while (!pattern.test(said)) {
        const over = await Promise.race([ended, sleep(20)]);
        if (over !== undefined) throw new Error(`${args.join(' ')} ended with ${over}: ${said}`);
      }
    },
  };
}

async function takeSamples({ seconds, wanted, tracer, lines, say, signal }) {
  const samples = [];
  const { pid } = tracer.child;
  const start = performance.now();
  for (let index = 1; index <= wanted; index++) {
    const [memory, descriptors] = [[], []];
    for (let look = 1; look <= looks; look++) {
      const due = start + ((index - 1 + look / looks) * seconds * 1000) / wanted;
      await alive(tracer, due - performance.now(), signal);
      memory.push(currentMemory(pid));
      descriptors.push(readdirSync(`/proc/${pid}/fd`).length);
    }
    const lags = lines.takeLags().sort((a, b) => a - b);
    const sample = {
      memory: median(memory),
      descriptors: median(descriptors),
      lag: lags.length === 0 ? 0 : median(lags),
    };
    samples.push(sample);
    const elapsed = Math.round((performance.now() - start) / 1000);
    const all = Object.values(lines.counts).reduce((sum, count) => sum + count, 0);
    const worst = lags[Math.floor(lags.length * 0.99)] ?? 0;
    say(
      `${elapsed} s: ${all} events, ${sample.memory.toFixed(1)} MB, ${sample.descriptors} descriptors, lag ${sample.lag.toFixed(1)} ms (99 of 100 within ${worst.toFixed(1)}), ${(cpuTime(pid) / 1000).toFixed(1)} s of CPU`,
    );
  }
  return samples;
}

/** How many of each way have not come, once nothing is due any more. */
async function untilAllCame({ counts }, calls) {
  const due = { ring: calls, perf: calls, trace: Math.ceil(calls / callsPerLine) };
  const missing = () => Object.fromEntries(Object.keys(due).map((way) => [way, due[way] - counts[way]]));
  const end = performance.now() + lastMs;
  while (performance.now() < end && Object.values(missing()).some((count) => count !== 0)) await sleep(50);
  return missing();
}

/** Waits so many milliseconds, unless the tracer ends meanwhile. */
async function alive(tracer, ms, signal) {
  const over = await Promise.race([tracer.ended, sleep(ms, undefined, { signal })]);
  if (over !== undefined) throw new Error(`tsecli ended with ${over}: ${tracer.errors()}`);
}
