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

// As its users have it. Its nsecs count from the boot.
const script = `tracepoint:syscalls:sys_enter_lseek /args->whence == 77/ {
  printf("{\\"ts\\":%llu,\\"seq\\":%llu,\\"pid\\":%d,\\"fd\\":%d,\\"comm\\":\\"%s\\"}\\n",
    nsecs, args->offset, pid, args->fd, comm); }`;

const needed = ['root', 'tracefs', 'bpftrace', 'cc', 'libbpf'];

/** Runs with a bench and the three sides by name, or gives why that cannot be done here. */
export async function withSides(run) {
  const skipped = unmet(...needed);
  if (skipped) return { skipped };
  const bench = openTraceBench();
  try {
    const compiled = compilePackage(sourceNamed('events.bpf.c'), bench.folder);
    return await run(bench, {
      tsecli: tsecliSide(compiled.package),
      bpftrace: { command: 'bpftrace', args: ['-e', script], clock: 'boottime' },
      'libbpf in C': { command: compileC('consumer', bench.folder), args: [compiled.object] },
    });
  } finally {
    bench.close();
  }
}

/** All three sides with the same work, in turn. */
export const compareSides = (work, runs) =>
  withSides((bench, sides) => runRounds(sides, (side) => measureSide(bench, side, work), fewRounds(runs)));
