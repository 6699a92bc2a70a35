import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

const programs = ['tsecli.js', 'lab-agent.js', 'lab-worker.js'];

/**
 * The built programs that go into the guest and all chunks they import, as paths below the product's directory; chunks
 * of an older build, which may lie there too, are not among them. Throws `tool-missing` where the build is not there.
 */
export function bundleFiles(product: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const imported of importsOf(path)) visit(join(dirname(path), imported));
  };
  for (const program of programs) visit(join(product, 'dist', 'bin', program));
  return [...found].map((path) => relative(product, path)).sort();
}

/** Relative imports in what esbuild wrote: static, dynamic, and those that only run. */
function importsOf(path: string): string[] {
  return [...read(path).matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[\w./-]+\.js)["']/g)].map(
    (found) => found[1] ?? '',
  );
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
