import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An archive that the system takes packages from. */
export interface AptArchive {
  readonly uri: string;
  readonly suites: readonly string[];
  readonly components: readonly string[];
  readonly signedBy: string | undefined;
}

// Debian's suites that are worth a look for a kernel of another age, newest last.
const debianSuites = ['bullseye', 'bookworm', 'trixie', 'sid'];

/**
 * Writes a sources file for each Debian suite that the system itself does not use, at the mirror the system uses, and
 * gives their paths. None on a system that is not Debian.
 */
export function otherSuites(directory: string, etc = '/etc/apt'): string[] {
  const archives = readArchives(etc);
  const used = new Set(archives.flatMap(({ suites }) => suites));
  const main = archives.find(({ suites }) => suites.some((suite) => debianSuites.includes(suite)));
  if (!main) return [];
  mkdirSync(directory, { recursive: true });
  return debianSuites
    .filter((suite) => !used.has(suite))
    .map((suite) => {
      const path = join(directory, `${suite}.list`);
      const signed = main.signedBy === undefined ? '' : `[signed-by=${main.signedBy}] `;
      writeFileSync(path, `deb ${signed}${main.uri} ${suite} main\n`);
      return path;
    });
}

/** The archives in apt's sources, of both formats (sources.list(5)). */
export function readArchives(etc: string): AptArchive[] {
  const parts = namesIn(join(etc, 'sources.list.d')).map((name) => join('sources.list.d', name));
  return ['sources.list', ...parts].flatMap((name) => {
    const text = read(join(etc, name));
    if (name.endsWith('.sources')) return parseDeb822(text);
    return name.endsWith('.list') ? parseOneLine(text) : [];
  });
}

function parseDeb822(text: string): AptArchive[] {
  const stanzas = text.replace(/^#.*\n?/gm, '').split(/\n\s*\n/);
  return stanzas.flatMap((stanza) => {
    const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(stanza)?.[1]?.trim() ?? '';
    const [uri] = words(field('URIs'));
    if (uri === undefined || !words(field('Types')).includes('deb') || field('Enabled') === 'no') return [];
    const signedBy = field('Signed-By') || undefined;
    return [{ uri, suites: words(field('Suites')), components: words(field('Components')), signedBy }];
  });
}

function parseOneLine(text: string): AptArchive[] {
  return text.split('\n').flatMap((line) => {
    const found = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    const [, options = '', uri, suite, components = ''] = found ?? [];
    if (uri === undefined || suite === undefined) return [];
    const signedBy = /signed-by=(\S+)/.exec(options)?.[1];
    return [{ uri, suites: [suite], components: words(components), signedBy }];
  });
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
