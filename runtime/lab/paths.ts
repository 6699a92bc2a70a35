import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/** Where the lab keeps what. */
export interface LabPaths {
  /** Kernels that were pulled, a directory each. */
  readonly kernels: string;
  /** Snapshots, a directory each, named by the hash of what went in. */
  readonly images: string;
  /** What was learnt about this machine: a small file. */
  readonly memory: string;
  /** Labs that run now, a directory each. */
  readonly running: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The lab's directories by the XDG base directory specification: relative values are ignored, as it demands. */
export function labPaths(env: Environment): LabPaths {
  const home = absolute(env['HOME']) ?? homedir();
  const root = join(absolute(env['XDG_CACHE_HOME']) ?? join(home, '.cache'), 'tsecc', 'lab');
  const runtime = absolute(env['XDG_RUNTIME_DIR']);
  return {
    kernels: join(root, 'kernels'),
    images: join(root, 'images'),
    memory: join(root, 'accelerator.json'),
    running: runtime && existsSync(runtime) ? join(runtime, 'tsecc', 'lab') : join(root, 'running'),
  };
}

function absolute(path: string | undefined): string | undefined {
  return path && isAbsolute(path) ? path : undefined;
}

/** The directory of the installed product: the one whose package.json says tsecc. Throws `tool-missing`. */
export function productRoot(from = fileURLToPath(import.meta.url)): string {
  for (let directory = dirname(from); ; directory = dirname(directory)) {
    if (packageName(join(directory, 'package.json')) === 'tsecc') return directory;
    if (dirname(directory) === directory) break;
  }
  throw new TseccError(
    'tool-missing',
    message`build lab: the files of tsecli are not where they were installed`,
    {
      cure: message`install tsecc again`,
    },
  );
}

function packageName(path: string): unknown {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof parsed === 'object' && parsed !== null && 'name' in parsed ? parsed.name : undefined;
  } catch {
    return undefined;
  }
}
