import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

const run = promisify(execFile);

/**
 * Paths of the shared libraries, loader included, that the programs need, each once. Asks ldd, which both glibc and
 * musl have; statically linked programs need none. Throws `tool-missing` where a library is not found.
 */
export async function sharedLibrariesOf(programs: readonly string[], ldd = 'ldd'): Promise<string[]> {
  const outputs = await Promise.all(programs.map((program) => ask(ldd, program)));
  return [...new Set(outputs.flatMap(parseLdd))].sort();
}

async function ask(ldd: string, program: string): Promise<string> {
  try {
    const { stdout } = await run(ldd, [program], { env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
    return stdout;
  } catch (cause) {
    if (isStaticAnswer(cause)) return '';
    throw new TseccError('tool-missing', message`build lab: ldd cannot tell the libraries of '${program}'`, {
      cause,
    });
  }
}

function isStaticAnswer(error: unknown): boolean {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  return /not a dynamic executable|Not a valid dynamic program/.test(text);
}

/** The paths in ldd's answer: `name => /path (0x…)`, or `/path (0x…)` for the loader. */
export function parseLdd(output: string): string[] {
  return output.split('\n').flatMap((line) => {
    const missing = /^\s*(\S+) => not found/.exec(line);
    if (missing)
      throw new TseccError(
        'tool-missing',
        message`build lab: library '${missing[1] ?? ''}' is not installed`,
      );
    const found = /(?:=>\s+|^\s*)(\/\S+)(?:\s+\(0x|$|\s+=>)/.exec(line);
    return found?.[1] ? [found[1]] : [];
  });
}
