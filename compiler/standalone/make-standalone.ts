import { statSync } from 'node:fs';
import { machine } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../core/diagnostics.js';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import type { Environment } from '../toolchain/find-executable.js';
import { installHint } from '../toolchain/install-hint.js';
import { findTsecli } from '../toolchain/lab-btf.js';
import type { RunOptions } from '../toolchain/run.js';
import { packRuntime } from './pack-runtime.js';
import { renderHeader } from './render-header.js';
import { findCarriedBpftool, runtimeFiles } from './runtime-files.js';

/** What a standalone file is made with. */
export interface StandaloneOptions extends RunOptions {
  readonly env: Environment;
  /** Told when something takes seconds. */
  readonly onProgress?: ((text: Phrase) => void) | undefined;
}

/**
 * One executable file that carries a package and all that runs it: a script, the text of the package, and Node, tsecli
 * and bpftool with their libraries. It needs nothing on the other machine but a kernel for the same processor and a
 * shell with gzip and tar, such as busybox. Throws `tool-missing` when a part of it is not on this machine.
 */
export async function makeStandalone(
  objectName: string,
  packageText: string,
  { env, onProgress, ...options }: StandaloneOptions,
): Promise<{ readonly file: Uint8Array; readonly diagnostics: readonly Diagnostic[] }> {
  refuseSharedNode();
  const tsecli = findTsecli(dirname(fileURLToPath(import.meta.url)));
  if (!tsecli)
    throw new TseccError(
      'tool-missing',
      message`make a standalone file: tsecli is not installed beside tsecc`,
    );
  const parts = { node: process.execPath, bpftool: findCarriedBpftool(env), tsecli };
  const files = await runtimeFiles(parts, env, options);
  const runtime = await packRuntime(files, env, () =>
    onProgress?.(message`Packing Node.js and tsecli for standalone files, once...\n`),
  );
  const content = {
    objectName,
    machine: machine(),
    nodeCommand: files.nodeCommand,
    package: Buffer.from(packageText),
    runtime,
    unpackedSize: [...files.files.values()].reduce((sum, path) => sum + statSync(path).size, 0),
  };
  const file = Buffer.concat([renderHeader(content), content.package, content.runtime]);
  return { file, diagnostics: files.hasBpftool ? [] : [withoutBpftool] };
}

const withoutBpftool: Diagnostic = {
  severity: 'warning',
  text: message`the standalone file is made without bpftool, as there is none here: it runs only where one is installed`,
  notes: [],
  cure: installHint('bpftool'),
};

// Debian's and Fedora's Node reads parts of its own library from /usr/share, by paths compiled into it.
function refuseSharedNode(): void {
  const outside = sharedBuiltins(process.config.variables).find((path) => path.startsWith('/'));
  if (outside === undefined) return;
  throw new TseccError(
    'tool-missing',
    message`make a standalone file: this Node.js needs '${outside}' to run`,
    {
      cure: message`run tsecc with a Node.js from nodejs.org, which carries all of itself`,
    },
  );
}

/** Files of JavaScript that Node was built to know of, from `process.config.variables`. */
export function sharedBuiltins(variables: object): string[] {
  const value: unknown = Object.entries(variables).find(
    ([name]) => name === 'node_builtin_shareable_builtins',
  )?.[1];
  return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}
