import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/** Where the WebAssembly files are, seen from this module in a command's file, in one of its chunks, in the library. */
const shipped = ['./', '../', '../../bin/'];

let loading: Promise<Parser> | undefined;

/**
 * The parser for C, loaded at the first call (about 20 ms) and kept. Throws a {@link TseccError} `tool-missing` when
 * one of its two WebAssembly files is not where the installation puts it.
 */
export function loadGrammar(): Promise<Parser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parser> {
  const [engine, grammar] = await Promise.all([
    readWasm('web-tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm'),
    readWasm('tree-sitter-c.wasm', 'tree-sitter-c/tree-sitter-c.wasm'),
  ]);
  await Parser.init({ wasmBinary: engine });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

async function readWasm(name: string, module: string): Promise<Uint8Array> {
  return readFile(findWasm(name, module));
}

function findWasm(name: string, module: string): string {
  const beside = shipped
    .map((folder) => fileURLToPath(new URL(folder + name, import.meta.url)))
    .find((path) => existsSync(path));
  if (beside !== undefined) return beside;
  try {
    return createRequire(import.meta.url).resolve(module);
  } catch (cause) {
    throw new TseccError('tool-missing', message`read the C grammar: no ${name} in this installation`, {
      cause,
      cure: message`install tsecc again`,
    });
  }
}
