import { closeSync, constants, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { tryLock } from '../../kernel/lock.js';

/** A lab that runs now, in this process or another one. */
export interface RunningLab {
  readonly directory: string;
  readonly kernelRelease: string;
  /** Process of the tsecli that owns it. */
  readonly owner: number;
  /** Process of its QEMU. */
  readonly qemu: number;
  /** Milliseconds since 1970. */
  readonly started: number;
}

const lockName = 'lock';
const descriptionName = 'lab.json';
/** Name of the socket in a lab's directory through which others join it. */
export const socketName = 'socket';

/** Makes a lab known to others, until it is disposed or this process ends. */
export function registerLab(running: string, lab: Omit<RunningLab, 'directory'>): RunningLab & Disposable {
  const directory = join(running, `${lab.owner}-${randomBytes(4).toString('hex')}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = tryLock(join(directory, lockName));
  writeFileSync(join(directory, descriptionName), JSON.stringify(lab) + '\n', { mode: 0o600 });
  return {
    ...lab,
    directory,
    [Symbol.dispose]() {
      rmSync(directory, { recursive: true, force: true });
      lock?.[Symbol.dispose]();
    },
  };
}

/** Labs that run now, newest first; removes what dead ones left, their QEMU too if it still lived. */
export function runningLabs(running: string): RunningLab[] {
  const labs = namesIn(running).flatMap((name) => {
    const directory = join(running, name);
    return isOwned(directory) ? (readLab(directory) ?? []) : (removeLeft(directory), []);
  });
  return labs.sort((a, b) => b.started - a.started);
}

function isOwned(directory: string): boolean {
  const path = join(directory, lockName);
  // Between its making and its lock a directory looks abandoned.
  if (!existsSync(path)) return isFresh(directory);
  using lock = tryLock(path);
  return !lock;
}

function isFresh(directory: string): boolean {
  const made = statSync(directory, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs < 10_000;
}

function removeLeft(directory: string): void {
  const lab = readLab(directory);
  if (lab && isQemu(lab.qemu)) process.kill(lab.qemu, 'SIGKILL');
  rmSync(directory, { recursive: true, force: true });
}

/** Whether the process is a QEMU of ours: numbers of processes are used again. */
function isQemu(pid: number): boolean {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return commandLine.includes('virtserialport,chardev=agent,name=tsecc');
  } catch {
    return false;
  }
}

function readLab(directory: string): RunningLab | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(directory, descriptionName), 'utf8'));
    return isLab(parsed) ? { ...parsed, directory } : undefined;
  } catch {
    return undefined;
  }
}

function isLab(value: unknown): value is Omit<RunningLab, 'directory'> {
  if (typeof value !== 'object' || value === null) return false;
  if (!('kernelRelease' in value && 'owner' in value && 'qemu' in value && 'started' in value)) return false;
  const { kernelRelease, owner, qemu, started } = value;
  return (
    typeof kernelRelease === 'string' && [owner, qemu, started].every((number) => typeof number === 'number')
  );
}

/**
 * A path to a lab's socket that fits into sun_path, which holds 107 bytes only: by way of the open directory. Dispose
 * it when the socket is bound or connected.
 */
export function socketPath(directory: string): Disposable & { readonly path: string } {
  const fd = openSync(directory, constants.O_RDONLY | constants.O_DIRECTORY);
  return { path: `/proc/self/fd/${fd}/${socketName}`, [Symbol.dispose]: () => closeSync(fd) };
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
