import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

const programs = ['tsecli.js', 'lab-agent.js', 'lab-worker.js'];
/** It says that the scripts are no modules. */
const manifest = 'package.json';

/**
 * The built programs that go into the guest and all chunks they import, each with its V8 code cache, as paths below the
 * product's directory; chunks of an older build, which may lie there too, are not among them. Throws `tool-missing` where
 * the build is not there.
 */
export function bundleFiles(product: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const compiled = `${path}.cache`;
    if (existsSync(compiled)) found.add(compiled);
    for (const imported of importsOf(path)) visit(join(dirname(path), imported));
  };
  for (const program of programs) visit(join(product, 'dist', 'bin', program));
  found.add(join(product, 'dist', 'bin', manifest));
  return [...found].map((path) => relative(product, path)).sort();
}

/** What the built scripts ask their loader for: at once, or on demand. */
function importsOf(path: string): string[] {
  return [
    ...read(path).matchAll(
      /(?:require\(|__import\(|load\(path\.join\(__dirname, )["']((?:\.\/|chunks\/)[\w./-]+\.js)["']/g,
    ),
  ].map((found) => found[1] ?? '');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new TseccError('tool-missing', message`build lab: '${path}' is not there`, {
      cure: message`run npm run build`,
      cause,
    });
  }
}
