import { createRequire } from 'node:module';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { installedPath } from '../../../compiler/output/installed-path.js';

/**
 * TypeScript as JavaScript: by Node.js itself where it can (22.13), else by the compiler that is installed. Throws
 * `tool-missing` where there is neither.
 */
export async function stripTypes(source: string): Promise<string> {
  const module = await import('node:module');
  if ('stripTypeScriptTypes' in module && typeof module.stripTypeScriptTypes === 'function') {
    return String(module.stripTypeScriptTypes(source));
  }
  const compiler = findCompiler();
  const options = { module: 'ESNext', target: 'ES2022', verbatimModuleSyntax: true };
  return compiler.transpileModule(source, { compilerOptions: options }).outputText;
}

interface Compiler {
  readonly transpileModule: (
    source: string,
    options: { readonly compilerOptions: Readonly<Record<string, unknown>> },
  ) => { readonly outputText: string };
}

function findCompiler(): Compiler {
  const places = [`${process.cwd()}/`, installedPath('core/package/package.schema.json')];
  for (const place of places) {
    try {
      const found: unknown = createRequire(place)('typescript');
      if (isCompiler(found)) return found;
    } catch {
      // Not there: the next place.
    }
  }
  throw new TseccError('tool-missing', message`read TypeScript: neither this Node.js nor a compiler can`, {
    cure: message`npm install typescript, or use Node.js 22.13 or newer`,
  });
}

const isCompiler = (value: unknown): value is Compiler =>
  typeof value === 'object' && value !== null && 'transpileModule' in value;
