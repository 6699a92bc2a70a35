import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { message } from '../../core/message.js';
import { version } from '../../core/version.js';
import { installedPath } from '../output/installed-path.js';
import { loadGrammar } from '../source/load-grammar.js';
import { cacheDirectory } from '../toolchain/cache-directory.js';
import { findTsecli } from '../toolchain/lab-btf.js';
import type { CheckRow, DoctorContext, Finding } from './types.js';

/** What is installed with tsecc, and where it keeps what it has made. */
export const installationRows: readonly CheckRow[] = [
  { id: 'tsecc', title: 'tsecc', needed: true, look: () => ({ state: 'ok', detail: version }) },
  { id: 'tsecli', title: 'tsecli', needed: false, look: lookForTsecli },
  { id: 'grammar', title: message`grammar of C`, needed: true, look: tryGrammar },
  {
    id: 'templates',
    title: message`templates`,
    needed: true,
    look: () => ({ state: 'ok', detail: installedPath('templates/init') }),
  },
  { id: 'cache', title: message`cache`, needed: true, look: tryCache },
];

function lookForTsecli(): Finding {
  const found = findTsecli(dirname(fileURLToPath(import.meta.url)));
  if (found !== undefined) return { state: 'ok', detail: found };
  return {
    state: 'missing',
    detail: message`it is not installed beside tsecc`,
    cure: message`install tsecc again`,
  };
}

async function tryGrammar(): Promise<Finding> {
  const parser = await loadGrammar();
  const tree = parser.parse('int x;');
  if (tree && !tree.rootNode.hasError) return { state: 'ok', detail: 'tree-sitter-c' };
  return { state: 'missing', detail: message`it does not read C`, cure: message`install tsecc again` };
}

/** Looks at the directory, or where it would be made. */
function tryCache({ env }: DoctorContext): Finding {
  const path = cacheDirectory(env);
  try {
    accessSync(nearestExisting(path), constants.W_OK);
    return { state: 'ok', detail: path };
  } catch {
    return {
      state: 'missing',
      detail: message`'${path}' cannot be written to`,
      cure: message`set XDG_CACHE_HOME to a directory that you may write to`,
    };
  }
}

function nearestExisting(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearestExisting(dirname(path));
}
