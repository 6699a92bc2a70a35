import { Writable } from 'node:stream';
import type { Translate } from '../../core/message.js';
import type { OpenedPackage } from '../../core/package/types.js';
import type { AnyStreams, RunOptions, Running } from '../library/types.js';
import { libraryIo } from './library-io.js';
import { runLabPackage } from './run-lab-package.js';
import { startLab, type StartedLab } from './start-lab.js';

/** How to open a lab. All of it may be left out. */
export interface LabOptions {
  /** A version such as `6.1`, or the path of a kernel image; without it the newest one that is there. */
  readonly kernel?: string | undefined;
  /** Aborting it while the lab opens makes the opening fail with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told what takes so long when a kernel is started for the first time, a line at a time. */
  readonly onProgress?: ((line: string) => void) | undefined;
}

/** What a command of the guest runs with. */
export interface LabCommandOptions {
  /** Files for its working directory, by their names. */
  readonly files?: Readonly<Record<string, Uint8Array>> | undefined;
  /** Aborting it is Ctrl-C there. */
  readonly signal?: AbortSignal | undefined;
}

/** How a package is run in a lab. */
export interface LabRunOptions extends RunOptions {
  /** A shell command for the guest: run once the programs are attached; when it ends, the run does. */
  readonly exec?: string | undefined;
  /** Files for the working directory, by their names: programs that are probed. */
  readonly files?: Readonly<Record<string, Uint8Array>> | undefined;
  /** Told what is no event: warnings, and what `exec` prints. */
  readonly onText?: ((text: string) => void) | undefined;
}

/** How a command of the guest ended, and what it printed. */
export interface LabCommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A micro VM with a kernel of its own, which runs. Disposing it ends it; it also ends when this process does. */
export interface Lab extends AsyncDisposable {
  /** Its kernel: `uname -r` in the guest. */
  readonly kernelRelease: string;
  /** Runs a package there, as `run` of tsecc/runtime does here; several may go on at once. */
  run<Streams extends object = AnyStreams>(opened: OpenedPackage, options?: LabRunOptions): Running<Streams>;
  /** Runs a shell command there to its end. */
  exec(command: string, options?: LabCommandOptions): Promise<LabCommandResult>;
}

/**
 * Opens a lab: from its snapshot in well under a second, the first time by booting it. Needs no root. Throws a TseccError
 * with the code `tool-missing` that says what to install.
 */
export async function openLab(options: LabOptions = {}): Promise<Lab> {
  return await openLabIn(String, options);
}

/** Opens a lab that tells of its progress in a language. */
export async function openLabIn(
  translate: Translate,
  { kernel, signal, onProgress }: LabOptions,
): Promise<Lab> {
  const io = libraryIo({ stderr: textSink((text) => onProgress?.(text.trimEnd())), translate });
  return libraryLab(await startLab({ kernel, signal, io, quiet: onProgress === undefined }));
}

/** A lab that was started, as the library has it. */
export function libraryLab(lab: StartedLab): Lab {
  function run<Streams extends object = AnyStreams>(
    opened: OpenedPackage,
    options?: LabRunOptions,
  ): Running<Streams>;
  function run(opened: OpenedPackage, options: LabRunOptions = {}): Running {
    return runLabPackage(lab, opened, options);
  }
  return {
    kernelRelease: lab.kernelRelease,
    run,
    exec: async (command, { files, signal } = {}) => {
      let [stdout, stderr] = ['', ''];
      const io = libraryIo({
        stdout: textSink((text) => (stdout += text)),
        stderr: textSink((text) => (stderr += text)),
      });
      const code = await lab.exec(['sh', '-c', command], { io, files, signal });
      return { code, stdout, stderr };
    },
    [Symbol.asyncDispose]: () => lab[Symbol.asyncDispose](),
  };
}

/** Hands on what is written as text, no character of which is torn. */
function textSink(take: (text: string) => void): Writable {
  const decoder = new TextDecoder();
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      take(decoder.decode(chunk, { stream: true }));
      done();
    },
  });
}
