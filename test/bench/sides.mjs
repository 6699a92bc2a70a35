// Who prints the events of events.bpf.c as JSON lines: tsecli, bpftrace, and a program in C.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileC } from './c-programs.mjs';
import { unmet } from './needs.mjs';
import { fewRounds, runRounds } from './rounds.mjs';
import { measureSide, openTraceBench } from './trace-bench.mjs';
import { tsecc, tsecli } from './workspace.mjs';

/** Compiles a source of this folder, or of another, into a package; gives the folder with package.json and the object. */
export function compilePackage(source, folder) {
  const name = source.replace(/^.*\//, '').replace('.bpf.c', '');
  const output = join(folder, name);
  mkdirSync(output, { recursive: true });
  const path = join(output, `${name}.bpf.c`);
  if (path !== source) copyFileSync(source, path);
  execFileSync(process.execPath, [tsecc, path], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { package: join(output, 'package.json'), object: join(output, `${name}.bpf.o`) };
}

export const sourceNamed = (name) => fileURLToPath(new URL(name, import.meta.url));

/** tsecli printing a package's events as JSON lines. */
export const tsecliSide = (path, ...options) => ({
  command: process.execPath,
  args: [tsecli, '-j', ...options, path],
});

/** A script of bpftrace, whose clock counts from the boot. */
export const bpftraceSide = (script) => ({ command: 'bpftrace', args: ['-e', script], clock: 'boottime' });

/** The program in C with libbpf, on an object. */
export const consumerSide = (bench, object) => ({
  command: compileC('consumer', bench.folder),
  args: [object],
});

// As its users have it.
const script = `tracepoint:syscalls:sys_enter_lseek /args->whence == 77/ {
  printf("{\\"ts\\":%llu,\\"seq\\":%llu,\\"pid\\":%d,\\"fd\\":%d,\\"comm\\":\\"%s\\"}\\n",
    nsecs, args->offset, pid, args->fd, comm); }`;

/** Who prints events.bpf.c's events, by name; each compiles what it needs. */
export const eventSides = {
  tsecli: (bench) => tsecliSide(compileEvents(bench).package),
  bpftrace: () => bpftraceSide(script),
  'libbpf in C': (bench) => consumerSide(bench, compileEvents(bench).object),
  'bcc in Python': () => ({ command: 'python3', args: [sourceNamed('consumer.py')] }),
};

const compileEvents = ({ folder }) => compilePackage(sourceNamed('events.bpf.c'), folder);

const usualSides = ['tsecli', 'bpftrace', 'libbpf in C'];
const needs = { tsecli: [], bpftrace: ['bpftrace'], 'libbpf in C': ['libbpf'], 'bcc in Python': ['bcc'] };

/** Runs with a bench and these sides by name, or gives why that cannot be done here. */
export async function withSides(run, names = usualSides) {
  const skipped = unmet('root', 'tracefs', 'cc', ...names.flatMap((name) => needs[name]));
  if (skipped) return { skipped };
  const bench = openTraceBench();
  try {
    return await run(bench, Object.fromEntries(names.map((name) => [name, eventSides[name](bench)])));
  } finally {
    bench.close();
  }
}

/** Sides with the same work, in turn. */
export const compareSides = (work, runs, names) =>
  withSides(
    (bench, sides) => runRounds(sides, (side) => measureSide(bench, side, work), fewRounds(runs)),
    names,
  );
