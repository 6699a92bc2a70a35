import { execFile } from 'node:child_process';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { escapeText } from '../../../core/escape.js';
import type { Progress } from '../progress.js';
import type { UnpackedKernel } from './kernel.js';

/** What a distribution's package tool gets to do its work with. */
export interface PullContext {
  /** An empty directory of its own, removed afterwards. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
  readonly run: RunTool;
}

/** Runs a program, arguments as they are, in a directory; gives its output, throws `tool-missing` where it fails. */
export type RunTool = (argv: readonly string[], options?: { readonly cwd?: string }) => Promise<string>;

/** A distribution's way to a kernel package, without root and without installing it. */
export interface PackageTool {
  /** The program that tells that we are on such a distribution. */
  readonly program: string;
  /** Downloads and unpacks the newest package of a version, or the distribution's usual kernel. */
  fetch(version: string | undefined, context: PullContext): Promise<UnpackedKernel>;
}

/** {@link RunTool} with child processes, ended by the signal. */
export function toolRunner(env: Readonly<Record<string, string | undefined>>, signal?: AbortSignal): RunTool {
  return ([program = '', ...args], { cwd } = {}) =>
    new Promise((resolve, reject) => {
      const options = {
        env: { ...env, LC_ALL: 'C' },
        maxBuffer: 64 << 20,
        ...(signal ? { signal } : {}),
        cwd,
      };
      execFile(program, args, options, (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        if (signal?.aborted) return reject(signal.reason instanceof Error ? signal.reason : error);
        const words = [program, args.find((arg) => /^[a-z][a-z-]+$/.test(arg))].filter(Boolean).join(' ');
        const reason = lastLine(stderr) ?? error.message.split('\n')[0] ?? 'failed';
        reject(
          new TseccError('tool-missing', message`pull kernel: ${words}: ${escapeText(reason)}`, {
            cause: error,
            log: stderr,
          }),
        );
      });
    });
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1)?.trim() || undefined;
}
