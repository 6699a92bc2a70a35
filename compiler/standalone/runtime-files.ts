import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { renderTemplate } from '../output/render-template.js';
import { findExecutable, type Environment } from '../toolchain/find-executable.js';
import type { RunOptions } from '../toolchain/run.js';
import { sharedLibrariesOf, type SharedLibraries } from './shared-libraries.js';

/** All that tsecli needs to run where nothing is installed. */
export interface RuntimeFiles {
  /** Path on this machine by the name in the runtime's directory. */
  readonly files: ReadonlyMap<string, string>;
  /** Texts of programs, by their name there. */
  readonly scripts: ReadonlyMap<string, string>;
  /** The words of a shell that start Node, with `$runtime` for the directory. */
  readonly nodeCommand: string;
  /** False when there was no bpftool to carry. */
  readonly hasBpftool: boolean;
}

/** The programs to carry. */
export interface RuntimeParts {
  readonly node: string;
  /** Undefined where this machine has none that could be carried. */
  readonly bpftool: string | undefined;
  /** Path of the built tsecli, `…/dist/bin/tsecli.js`. */
  readonly tsecli: string;
}

/** Node's name in the runtime's directory. */
export const nodeName = 'libexec/node';

/**
 * The files of a runtime: Node and bpftool with their libraries and loader, so that those of the other machine do not
 * matter; tsecli as built; koffi with the part native to this machine. Throws `tool-missing` when one is not here.
 */
export async function runtimeFiles(
  { node, bpftool, tsecli }: RuntimeParts,
  env: Environment,
  options: RunOptions = {},
): Promise<RuntimeFiles> {
  const product = dirname(dirname(dirname(tsecli)));
  const ask = async (path: string) => sharedLibrariesOf(path, env, options);
  const ofNode = await ask(node);
  const koffi = koffiFiles(product, ofNode?.loader.includes('musl') ? 'musl' : 'linux');
  const addons = [...koffi.values()].filter((path) => path.endsWith('.node'));
  const ofBpftool = bpftool === undefined ? undefined : await ask(bpftool);
  const found = [ofNode, ofBpftool, ...(await Promise.all(addons.map(ask)))];
  const libraries = found.flatMap((each) => [...(each?.paths ?? [])]);
  return {
    files: new Map([
      [nodeName, node],
      ...(bpftool === undefined ? [] : ([['libexec/bpftool', bpftool]] as const)),
      ...libraries.map(([name, path]) => [`lib/${safe(name)}`, path] as const),
      ...tseccFiles(product),
      ...koffi,
    ]),
    scripts: new Map(bpftool === undefined ? [] : [['bin/bpftool', wrapper(ofBpftool)]]),
    nodeCommand: command(nodeName, ofNode),
    hasBpftool: bpftool !== undefined,
  };
}

/** bpftool of this machine as a program to carry: Ubuntu's is a script that looks for the one of the running kernel. */
export function findCarriedBpftool(
  env: Environment,
  kernelTools = '/usr/lib/linux-tools',
): string | undefined {
  const named = env['BPFTOOL'] || findExecutable('bpftool', env);
  const versions = existsSync(kernelTools) ? readdirSync(kernelTools).sort().reverse() : [];
  return [...(named ? [named] : []), ...versions.map((version) => join(kernelTools, version, 'bpftool'))]
    .filter((path) => existsSync(path))
    .map((path) => realpathSync(path))
    .find(isElf);
}

/** The words that start a program of the runtime, as a line of a shell script. */
function command(name: string, libraries: SharedLibraries | undefined): string {
  if (!libraries) return `"$runtime/${name}"`;
  const loader = safe(basename(libraries.loader));
  return `"$runtime/lib/${loader}" --library-path "$runtime/lib" "$runtime/${name}"`;
}

const wrapper = (libraries: SharedLibraries | undefined): string =>
  renderTemplate('standalone-program.sh', { command: command('libexec/bpftool', libraries) });

// It becomes part of a script.
function safe(name: string): string {
  if (/^[\w.+-]+$/.test(name)) return name;
  throw new TseccError(
    'tool-missing',
    message`carry the library '${name}': its name is not one for a script`,
  );
}

function tseccFiles(product: string): [string, string][] {
  const bin = join(product, 'dist/bin');
  const names = readdirSync(bin, { recursive: true, encoding: 'utf8' });
  return ['package.json', ...names.filter(ofTsecli).map((name) => `dist/bin/${name}`)].map((name) => [
    `tsecc/${name}`,
    join(product, name),
  ]);
}

/** Its scripts, and what says that they are no modules. */
const ofTsecli = (name: string): boolean =>
  name === 'package.json' || /^(?:chunks\/)?tsecli\b[^/]*\.js$/.test(name);

/** koffi as installed: its JavaScript, and the native part for this machine and C library, as koffi names it. */
function koffiFiles(product: string, libc: string): Map<string, string> {
  const koffi = packageDirectory(join(product, 'package.json'), 'koffi');
  const platform = `@koromix/koffi-linux-${process.arch}`;
  const native = packageDirectory(join(koffi, 'package.json'), platform);
  const addon = `${libc}_${process.arch}/koffi.node`;
  const names = (directory: string): string[] =>
    readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name === addon || (/\.(?:c?js|json)$/.test(name) && !/^(?:vendor|doc|cnoke)\b/.test(name)),
    );
  return new Map(
    [
      { name: 'koffi', directory: koffi },
      { name: platform, directory: native },
    ].flatMap(({ name, directory }) =>
      names(directory).map((file) => [`tsecc/node_modules/${name}/${file}`, join(directory, file)] as const),
    ),
  );
}

function packageDirectory(from: string, name: string): string {
  const end = `/node_modules/${name}/`;
  try {
    const resolved = createRequire(from).resolve(name);
    return realpathSync(resolved.slice(0, resolved.lastIndexOf(end) + end.length));
  } catch (cause) {
    throw new TseccError('tool-missing', message`carry ${name}: it is not installed beside tsecc`, { cause });
  }
}

function isElf(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4);
    return readSync(file, bytes) === 4 && bytes.toString('latin1') === '\x7fELF';
  } finally {
    closeSync(file);
  }
}
