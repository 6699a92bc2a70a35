import { readFileSync, statSync, type Stats } from 'node:fs';
import { TseccError } from '../../core/errors.js';
import { maxPackageSize } from '../../core/package/limits.js';
import type { OutputPaths } from './output-paths.js';

/**
 * Throws `usage` when writing would take away what is not ours: a package file that is no BPF package (npm's
 * package.json above all), or that is the package of another object, or a directory. A package of the same object is
 * written over.
 */
export function refuseCollision(paths: OutputPaths, objectName: string): void {
  for (const path of [paths.object, paths.package]) {
    if (path !== undefined && look(path)?.isDirectory()) throw refuse(path, 'it is a directory');
  }
  const found = paths.package === undefined ? undefined : look(paths.package);
  if (paths.package === undefined || !found) return;
  const other = found.size <= maxPackageSize && found.isFile() ? packagedName(paths.package) : undefined;
  if (other === undefined) throw refuse(paths.package, 'it is no BPF package, and is not written over');
  if (other !== objectName) throw refuse(paths.package, `it is the package of another object, ${other}`);
}

function refuse(path: string, why: string): TseccError {
  return new TseccError('usage', `write '${path}': ${why}`, { cure: 'choose another directory: -o DIR' });
}

function look(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

// In a YAML package of ours, as to-yaml writes it.
const nameInYaml = /^bpf_object: "[^]*^ {4}obj_name: "(?<name>[^"]+)"$/m;

/** Name of the object in a package file; undefined when it is no package. */
function packagedName(path: string): string | undefined {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.yaml')) return nameInYaml.exec(text)?.groups?.['name'];
  try {
    const value: unknown = JSON.parse(text);
    if (typeof field(value, 'bpf_object') !== 'string') return undefined;
    const name = field(field(field(value, 'meta'), 'bpf_skel'), 'obj_name');
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
