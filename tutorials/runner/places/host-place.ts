import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readObject } from '../../../core/object/read-object.js';
import type { OpenedPackage } from '../../../core/package/types.js';
import { mountPoints } from '../../../runtime/kernel/mounts.js';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { run } from '../../../runtime/library/run.js';
import type { Running } from '../../../runtime/library/types.js';
import { collect } from './collect.js';
import { lackOnHost } from './lack-on-host.js';
import { findLeftovers, readState, stateScript } from './leftovers.js';
import { makeCgroup, makeScratch, removeCgroup } from './scratch.js';
import type { Place, Stand, StandRequest } from './types.js';
import { goScript, waitingScript, workloadScript } from './workload.js';

/** This host's kernel. */
export function hostPlace(env: Readonly<Record<string, string | undefined>>): Place {
  const kernel = realKernel();
  return {
    kind: 'host',
    kernelRelease: () => kernel.release,
    open: (request) => Promise.resolve(standHere(request)),
    lacking: (needs) => lackOnHost(kernel, env, needs),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function standHere({ program, cgroup }: StandRequest): Stand {
  const base = makeScratch();
  const group = cgroup ? makeCgroup(cgroupRoot(), basename(base)) : undefined;
  const path = program && join(base, program.name);
  if (program && path !== undefined) {
    writeFileSync(path, program.bytes);
    chmodSync(path, 0o755);
  }
  const dir = join(base, 'work');
  let waiting: string | undefined;
  return {
    values: {
      dir,
      ...(path !== undefined && { program: path }),
      ...(group !== undefined && { cgroup: group }),
    },
    prepare: async (workload) => {
      waiting = (await shell(waitingScript(dir, workload))).trim();
      return waiting;
    },
    perform: async ({ opened, options, workload, signal }) => {
      const before = readState(await shell(stateScript));
      const attach = { ...options.attach, ...(program && placesOf(opened, program.name, base)) };
      const running = run(opened, { ...options, attach, signal });
      const script = waiting === undefined ? workloadScript(dir, workload) : goScript(dir, waiting);
      const [collected] = await Promise.all([collect(running), workOn(running, script, signal)]);
      const names = readObject(opened.object).programs.map(({ name }) => name);
      const look = async () => readState(await shell(stateScript));
      return { ...collected, leftovers: await findLeftovers(before, names, look) };
    },
    [Symbol.asyncDispose]: () => {
      rmSync(base, { recursive: true, force: true });
      if (group !== undefined) removeCgroup(group);
      return Promise.resolve();
    },
  };
}

/** Does the work once all is attached, and ends the run then. */
async function workOn(running: Running, script: string, signal: AbortSignal): Promise<void> {
  try {
    await running.ready;
    await shell(script, signal);
  } catch {
    // What the run failed of is what it throws.
  } finally {
    running.stop();
  }
}

/** Runs a script to its end, in a process group that an abort ends whole; gives what it printed. */
async function shell(script: string, signal?: AbortSignal): Promise<string> {
  const child = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  signal?.addEventListener('abort', kill, { once: true });
  const ended = once(child, 'exit');
  const printed = text(child.stdout);
  printed.catch(() => undefined);
  await ended;
  signal?.removeEventListener('abort', kill);
  return await printed;
}

/** Sections name the program below the working directory of who runs them: here it lies elsewhere. */
function placesOf({ object }: OpenedPackage, name: string, base: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readObject(object).programs.flatMap((program) => {
      const section = program.section.replace(`/./${name}:`, `/${join(base, name)}:`);
      return section === program.section ? [] : [[program.name, section]];
    }),
  );
}

function cgroupRoot(): string {
  const [root = '/sys/fs/cgroup'] = mountPoints(realKernel(), 'cgroup2');
  return root;
}
