import { setTimeout } from 'node:timers/promises';
import { existsSync } from 'node:fs';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { tryLock, type FileLock } from '../../kernel/lock.js';
import type { Accelerator, Architecture } from '../machine/architectures.js';
import { resumeArguments } from '../machine/arguments.js';
import { awaitHello } from '../machine/await-hello.js';
import { resumeSnapshot } from '../machine/snapshot.js';
import { startQemu, type Machine } from '../machine/start-qemu.js';
import type { Image } from './image.js';

// Measured 0.2 s; a machine that is busy with other work may take a hundred times that, and building anew is no help.
const patience = 60_000;

/** A machine that runs from an image, and the lock that keeps the image from being removed meanwhile. */
export interface ResumedImage extends AsyncDisposable {
  readonly machine: Machine;
  readonly kernelRelease: string;
}

/** What resuming needs beside the image. */
export interface ResumeContext {
  readonly qemu: string;
  readonly architecture: Architecture;
  readonly accelerator: Accelerator;
  readonly setpriv: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Resumes an image; throws `tool-missing` where it turns out to be broken. */
export async function resumeImage(image: Image, context: ResumeContext): Promise<ResumedImage> {
  const { qemu, architecture, accelerator, setpriv, signal } = context;
  const args = resumeArguments(architecture, accelerator, image.description.threads);
  const machine = startQemu({ qemu, args, cwd: image.directory, setpriv });
  let lock: FileLock | undefined;
  try {
    const resumed = resumeSnapshot(machine);
    // Where QEMU does not even start, its end tells why: the hello rejects with that.
    resumed.catch(() => undefined);
    // Taken while QEMU starts, so that it costs no time.
    lock = await holdImage(image.directory);
    const { kernelRelease } = await Promise.race([
      awaitHello(machine, patience, signal),
      refused(resumed, machine),
    ]);
    const held = lock;
    return {
      machine,
      kernelRelease,
      async [Symbol.asyncDispose]() {
        await machine[Symbol.asyncDispose]();
        held[Symbol.dispose]();
      },
    };
  } catch (error) {
    await machine[Symbol.asyncDispose]();
    lock?.[Symbol.dispose]();
    throw error;
  }
}

/** Rejects where QEMU refuses the snapshot and stays; where it ends instead, its end tells more. */
async function refused(resumed: Promise<void>, machine: Machine): Promise<never> {
  try {
    await resumed;
  } catch (error) {
    const ended = setTimeout(100, error);
    throw await Promise.race([machine.ended, ended]);
  }
  return new Promise(() => undefined);
}

async function holdImage(directory: string): Promise<FileLock> {
  // Whoever holds it exclusively is about to remove it.
  for (let attempt = 0; attempt < 10 && existsSync(directory); attempt++) {
    const lock = tryLock(directory, 'shared');
    if (lock) return lock;
    await setTimeout(20);
  }
  throw new TseccError('tool-missing', message`resume lab: its image '${directory}' is being removed`);
}
