// Turns what esbuild made of a command into scripts with V8's code cache beside each, and a program that loads them.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { transform } from 'esbuild';

const loader = readFileSync(fileURLToPath(new URL('loader.cjs', import.meta.url)), 'utf8');

/**
 * Writes the result of a build that wrote nothing and has a metafile, whose modules import each other by relative paths;
 * `entry` is the path of the first one, `program` that of the file to start. What an older build of the same command
 * left is removed.
 */
export async function writeScripts({ outputFiles, metafile }, { entry, program }) {
  const folder = dirname(entry);
  const name = basename(program, '.js');
  mkdirSync(folder, { recursive: true });
  const written = new Set();
  for (const { path, text } of outputFiles) {
    const script = await toScript(text, onDemand(metafile, basename(path)));
    writeFileSync(path, script);
    writeFileSync(`${path}.cache`, compileAhead(script, path));
    for (const file of [path, `${path}.cache`]) written.add(basename(file));
  }
  for (const file of readdirSync(folder)) {
    if (file.startsWith(`${name}-`) && !written.has(file)) rmSync(join(folder, file));
  }
  writeFileSync(program, loader.replace('ENTRY', `${basename(folder)}/${basename(entry)}`));
  chmodSync(program, 0o755);
}

/** How often an output imports on demand. */
function onDemand({ outputs }, name) {
  const [, { imports }] = Object.entries(outputs).find(([path]) => basename(path) === name);
  return imports.filter(({ kind }) => kind === 'dynamic-import').length;
}

/** A module as the expression of a function, in the form that the loader calls. */
async function toScript(text, imports) {
  const { code } = await transform(withLoader(text.replace(/^#!.*/, ''), imports), {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    keepNames: false,
    define: { 'import.meta.url': '__url' },
    logLevel: 'warning',
  });
  const url = code.includes('__url') ? "const __url=require('node:url').pathToFileURL(__filename).href;" : '';
  return `(function(exports,require,__import,module,__filename){"use strict";${url}${code}\n})`;
}

/** Imports on demand by the loader. Throws where something else in the text looks as esbuild writes such an import. */
function withLoader(text, imports) {
  const parts = text.split(/\bimport\((?=["'])/);
  if (parts.length !== imports + 1)
    throw new Error(`${imports} imports on demand, but ${parts.length - 1} that look so`);
  return parts.join('__import(');
}

/** Every function is compiled, not only those that run first; V8 compares the flags that hold at the end. */
function compileAhead(script, filename) {
  setFlagsFromString('--no-lazy');
  try {
    const compiled = new Script(script, { filename });
    setFlagsFromString('--lazy');
    return compiled.createCachedData();
  } finally {
    setFlagsFromString('--lazy');
  }
}
