import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { findTool } from '../../../compiler/toolchain/find-tool.js';
import { run } from '../../../compiler/toolchain/run.js';
import { makeScratch } from './scratch.js';

/** A program of a workload, built. */
export interface BuiltProgram {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Builds the C program that a workload calls, named as its source without `.c`. Functions stay as they are written, so
 * that probes find them. Throws `tool-missing` where clang, or what it needs to link, is not there.
 */
export async function buildProgram(
  source: string,
  env: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Promise<BuiltProgram> {
  const directory = makeScratch();
  const name = basename(source, '.c');
  const output = join(directory, name);
  try {
    const args = ['-O1', '-g', '-fno-inline', '-fno-omit-frame-pointer', '-o', output, source];
    const { code, stderr } = await run(findTool('clang', env), args, { signal });
    if (code !== 0) {
      throw new TseccError(
        'tool-missing',
        message`build '${basename(source)}': clang refuses it: ${firstLine(stderr)}`,
        {
          cure: message`install a C compiler with its library: gcc, libc6-dev`,
        },
      );
    }
    return { name, bytes: readFileSync(output) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const firstLine = (text: string): string =>
  text.split('\n').find((line) => /error/.test(line)) ?? text.trim();
