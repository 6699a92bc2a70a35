import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Environment } from '../toolchain/find-executable.js';
import { run, type RunOptions } from '../toolchain/run.js';

/** What a dynamically linked program needs of the machine it is on. */
export interface SharedLibraries {
  /** Path of its loader, the one library that is a program itself. */
  readonly loader: string;
  /** Path of each library, the loader too, by the name it is looked for. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * The shared libraries of a program, undefined for one that is linked statically. Asks ldd, which glibc and musl have.
 * Throws `tool-missing` where ldd does not run or a library is not there.
 */
export async function sharedLibrariesOf(
  program: string,
  env: Environment,
  options: RunOptions = {},
): Promise<SharedLibraries | undefined> {
  const { code, stdout, stderr } = await run(env['LDD'] || 'ldd', [program], options);
  if (/not a dynamic executable|Not a valid dynamic program/.test(stderr)) return undefined;
  if (code === 0) return parseLdd(stdout.toString());
  throw new TseccError(
    'tool-missing',
    message`find the libraries of '${program}': ldd failed: ${stderr.trim()}`,
  );
}

/**
 * The answer of ldd: `name => /path (0x…)` for a library, `/path (0x…)` for the loader, nothing but a name for what the
 * kernel provides. Undefined when it names no loader.
 */
export function parseLdd(answer: string): SharedLibraries | undefined {
  const paths = new Map<string, string>();
  let loader: string | undefined;
  for (const line of answer.split('\n')) {
    const [, missing] = /^\s*(\S+) => not found/.exec(line) ?? [];
    if (missing !== undefined)
      throw new TseccError('tool-missing', message`find the library ${missing}: it is not installed`);
    const [, name, path] = /^\s*(?:(\S+) => )?(\/\S+)(?: \(0x[0-9a-f]+\))?$/.exec(line) ?? [];
    if (path === undefined) continue;
    if (name === undefined) loader = path;
    paths.set((name ?? path).replace(/^.*\//, ''), path);
  }
  return loader === undefined ? undefined : { loader, paths };
}
