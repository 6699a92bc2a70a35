// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/esbuild/package.json'), 'utf8'));

/**
 * The JavaScript of a TypeScript file, with a map of its lines for stacks and coverage. It is kept, so that hundreds of
 * tests that import the same make it once.
 * @param {string} path absolute
 * @param {string} [kept] where it is kept
 */
export async function transpile(path, kept = join(root, '.tap/transpiled')) {
  const source = readFileSync(path, 'utf8');
  const mark = `\n// of ${digest(`${version}\n${source}`)}\n`;
  const file = join(kept, `${digest(path)}.js`);
  const known = readKept(file);
  if (known?.endsWith(mark)) return known;
  const code = `${await transform(path, source)}${mark}`;
  mkdirSync(kept, { recursive: true });
  // Tests make the same at once: it comes whole, or not at all.
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
  return code;
}

/**
 * @param {string} path
 * @param {string} source
 */
async function transform(path, source) {
  const esbuild = await import('esbuild');
  const { code } = await esbuild.transform(source, {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
    sourcefile: pathToFileURL(path).href,
    sourcemap: 'inline',
    sourcesContent: false,
    tsconfigRaw: { compilerOptions: { target: 'es2023', verbatimModuleSyntax: true } },
  });
  return code;
}

/** @param {string} file */
function readKept(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} text */
function digest(text) {
  return createHash('sha1').update(text).digest('hex');
}
