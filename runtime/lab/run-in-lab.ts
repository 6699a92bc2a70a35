import { tell } from '../../core/tell.js';
import { startLab, type StartLabOptions } from './start-lab.js';
import { message } from '../../core/message.js';

/** A run of the guest's tsecli. */
export interface LabRun extends StartLabOptions {
  /** Arguments of the guest's tsecli. */
  readonly argv: readonly string[];
  /** Files for its working directory, by their names. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/**
 * Runs tsecli in a lab of its own, with its output on our streams, and gives its exit code. An abort becomes Ctrl-C
 * there, and its exit code is awaited. Throws `tool-missing` where the lab cannot be opened or breaks down.
 */
export async function runInLab({ argv, files, io, signal, quiet, kernel }: LabRun): Promise<number> {
  const opening = startLab({ kernel, io, signal, quiet });
  // Interrupted before anything ran: as on the host, that is an end like any other.
  if (await wasInterrupted(opening, signal)) return 0;
  await using lab = await opening;
  if (!quiet) tell(io, message`lab: Linux ${lab.kernelRelease}`);
  return await lab.run(argv, { io, files, signal });
}

async function wasInterrupted(opening: Promise<unknown>, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await opening;
    return false;
  } catch {
    return signal?.aborted ?? false;
  }
}
