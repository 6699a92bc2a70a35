import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { installedPath } from '../../../compiler/output/installed-path.js';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { ScriptRun } from '../checks/types.js';
import { makeScratch } from '../places/scratch.js';
import { fillText } from '../placeholders/fill.js';
import type { Values } from '../placeholders/make-values.js';
import type { ClimbContext } from './climb.js';
import { stopWith } from './stop.js';
import { stripTypes } from './strip-types.js';
import type { Climb } from './types.js';

/** Scripts start labs of their own: they get more time than a workload. */
const patienceMs = 120_000;

/** A script that has run; its directory goes when this is disposed. */
interface RanScript extends ScriptRun, AsyncDisposable {
  readonly values: Values;
}

/**
 * Runs a learner's script, a shell's or TypeScript, in a copy of its folder, with tsecc, tsecli and tselearn in PATH and
 * the library under its name. One that fails is a stop at L3, one that cannot be read by its interpreter at L0.
 */
export async function runScript(path: string, context: ClimbContext): Promise<RanScript | Climb> {
  const { exercise, signal } = context;
  const base = makeScratch();
  const dispose = (): Promise<void> => {
    rmSync(base, { recursive: true, force: true });
    return Promise.resolve();
  };
  try {
    const directory = join(base, 'work');
    copyFolder(dirname(path), directory);
    for (const name of exercise.files ?? []) {
      const given = join(exercise.lesson.directory, name);
      if (!existsSync(join(directory, name)) && existsSync(given)) cpSync(given, join(directory, name));
    }
    const env = { ...context.env, PATH: `${makeCommands(base)}${delimiter}${context.env['PATH'] ?? ''}` };
    const values = { ...context.values, dir: directory };
    const limited = { directory, env, signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) };
    const args = (exercise.run?.args ?? []).map((word) => fillText(word, values));
    const { code, stdout, stderr } = await start(await commandFor(basename(path), directory, args), limited);
    signal.throwIfAborted();
    if (code !== 0) {
      await dispose();
      const lines = stderr.trimEnd().split('\n').slice(-6);
      return stopWith('L3', 'script', message`'${basename(path)}' ended with ${code}`, lines);
    }
    const run = async (argv: readonly string[]): Promise<number> => (await start(argv, limited)).code;
    return { stdout, directory, values, run, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    signal.throwIfAborted();
    return { kind: 'broken', error };
  }
}

/** What the learner has there, but for results of programs that ran. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (source) => basename(source) !== 'node_modules' });
  const modules = join(to, 'node_modules');
  mkdirSync(modules);
  symlinkSync(
    dirname(installedPath('core/package/package.schema.json')).replace(/\/core\/package$/, ''),
    join(modules, 'tsecc'),
  );
}

/** A directory with our commands by their names. */
function makeCommands(base: string): string {
  const bin = join(base, 'bin');
  mkdirSync(bin);
  for (const name of ['tsecc', 'tsecli', 'tselearn']) {
    const program = installedPath(`dist/bin/${name}.js`);
    const script = `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`;
    writeFileSync(join(bin, name), script, { mode: 0o755 });
  }
  return bin;
}

async function commandFor(
  name: string,
  directory: string,
  args: readonly string[],
): Promise<readonly string[]> {
  if (!name.endsWith('.ts')) return ['sh', name, ...args];
  const script = join(directory, `${basename(name, '.ts')}.mjs`);
  writeFileSync(script, await stripTypes(readFileSync(join(directory, name), 'utf8')));
  return [process.execPath, script, ...args];
}

interface Place {
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

async function start(argv: readonly string[], { directory, env, signal }: Place) {
  const [command = '', ...args] = argv;
  const child = spawn(command, args, {
    cwd: directory,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  signal.addEventListener('abort', kill, { once: true });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  try {
    const [code]: unknown[] = await once(child, 'close');
    return { code: typeof code === 'number' ? code : 1, stdout, stderr };
  } catch (cause) {
    throw new TseccError('tool-missing', message`start '${command}': ${String(cause)}`, { cause });
  } finally {
    signal.removeEventListener('abort', kill);
  }
}
