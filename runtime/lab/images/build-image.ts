import { randomUUID } from 'node:crypto';
import { rmSync, statfsSync, symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { explainPhrase, TseccError } from '../../../core/errors.js';
import { message, type Phrase } from '../../../core/message.js';
import { writeInitramfs } from '../image/write-initramfs.js';
import { bootArguments, machineFiles, memoryMegabytes } from '../machine/arguments.js';
import { awaitHello } from '../machine/await-hello.js';
import { saveSnapshot } from '../machine/snapshot.js';
import { safeThreads, type Threads } from '../machine/threads.js';
import { GuestDiedError, startQemu, type Machine } from '../machine/start-qemu.js';
import type { Progress } from '../progress.js';
import { newBuildDirectory, publishImage } from './image.js';
import { imageKey, type ImageRecipe } from './image-key.js';

// An emulated boot takes 5 to 15 s, and minutes where many others want the processors: a guest that dies tells so
// before. KVM that has not answered by then never will.
const patience = { kvm: 20_000, tcg: 300_000 } as const;

// An emulated kernel may die by a fault of the emulation, and boots well the next time.
const boots = { kvm: 1, tcg: 3 } as const;

/** What building needs beside the recipe. */
export interface BuildContext {
  readonly images: string;
  readonly setpriv: string | undefined;
  readonly progress: Progress;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Boots the recipe's kernel once, lets its agent warm up, and saves the machine as an image. Leaves nothing behind
 * where it fails. Throws `tool-missing`.
 */
export async function buildImage(recipe: ImageRecipe, context: BuildContext): Promise<void> {
  const { images, progress, signal } = context;
  const key = imageKey(recipe);
  const id = randomUUID();
  await mkdir(images, { recursive: true, mode: 0o700 }).catch(explainDisk);
  demandRoom(images);
  const build = newBuildDirectory(images, id);
  try {
    progress.step(message`gather the guest's files`);
    await gather(recipe, build, signal);
    const { btf, ...booted } = await bootPatiently(recipe, build, context);
    for (const file of [machineFiles.initramfs, machineFiles.kernel]) rmSync(join(build, file));
    publishImage(images, key, build, { id, kernel: recipe.kernel.image, ...booted }, btf);
  } catch (error) {
    return explainDisk(error);
  } finally {
    rmSync(build, { recursive: true, force: true });
  }
}

interface Booted {
  readonly kernelRelease: string;
  readonly threads: Threads;
  readonly btf: Buffer;
}

async function bootPatiently(recipe: ImageRecipe, build: string, context: BuildContext): Promise<Booted> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await bootAndSave(recipe, build, context);
    } catch (error) {
      if (attempt === boots[recipe.accelerator] || !(error instanceof GuestDiedError)) throw error;
      context.signal?.throwIfAborted();
      // Memory as empty as the first time.
      rmSync(join(build, machineFiles.memory), { force: true });
      context.progress.note(message`the guest's kernel died (${explainPhrase(error)}), booting it again`);
    }
  }
}

async function bootAndSave(recipe: ImageRecipe, build: string, context: BuildContext): Promise<Booted> {
  const { progress, signal } = context;
  progress.step(message`boot Linux ${recipe.kernel.release} for the first time (${described(recipe)})`);
  await using machine = startQemu({
    qemu: recipe.qemu,
    args: bootArguments(recipe.architecture, recipe.accelerator),
    cwd: build,
    setpriv: context.setpriv,
  });
  const greeted = machine.qmp.execute('qmp_capabilities');
  // Where QEMU does not even start, its end tells why.
  greeted.catch(() => undefined);
  const { kernelRelease } = await awaitHello(machine, patience[recipe.accelerator], signal);
  const btf = await readBtf(machine);
  const threads = safeThreads(await machine.qmp.execute('query-version'));
  progress.step(message`save the snapshot`);
  await saveSnapshot(machine);
  return { kernelRelease, threads, btf };
}

async function gather(recipe: ImageRecipe, build: string, signal?: AbortSignal): Promise<void> {
  symlinkSync(recipe.kernel.image, join(build, machineFiles.kernel));
  const modules = await recipe.kernel.modules(recipe.busybox);
  await writeInitramfs(join(build, machineFiles.initramfs), { ...recipe, modules }, signal);
}

function described({ accelerator }: ImageRecipe): Phrase {
  return accelerator === 'kvm' ? 'KVM' : message`emulated, about 10 s`;
}

/** The kernel's own BTF, for compilers whose host has none; empty where this kernel has none either. */
async function readBtf(machine: Machine): Promise<Buffer> {
  const argv = ['cat', '/sys/kernel/btf/vmlinux'];
  const session = machine.client.open({ kind: 'exec', argv, env: {} });
  session.stdin.end();
  session.stderr.resume();
  return buffer(session.stdout);
}

// The initramfs and the memory file lie there together for a while.
const neededBytes = (memoryMegabytes + 200) * 1024 * 1024;

function demandRoom(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < neededBytes) throw diskFull();
}

function explainDisk(error: unknown): never {
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw diskFull(error);
    if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') {
      throw new TseccError(
        'tool-missing',
        message`build lab: the cache directory cannot be written: ${error.message}`,
        {
          cure: message`set XDG_CACHE_HOME to a directory of your own`,
          cause: error,
        },
      );
    }
  }
  throw error;
}

function diskFull(cause?: Error): TseccError {
  const needed = Math.ceil(neededBytes / 1024 / 1024);
  return new TseccError('tool-missing', message`build lab: the disk is full: an image takes ${needed} MB`, {
    cure: message`make room, or set XDG_CACHE_HOME to a directory on another disk`,
    cause,
  });
}
