import { closeSync, openSync, readFileSync, readSync, statSync, type Stats } from 'node:fs';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { maxPackageSize } from '../../core/package/limits.js';
import { standaloneMark, typesMark, type OutputPaths } from './output-paths.js';

/**
 * Throws `usage` when writing would take away what is not ours: a package file that is no BPF package (npm's
 * package.json above all), or that is the package of another object, or a directory; in the same way for a bundle and a
 * standalone file. What was made of the same object is written over.
 */
export function refuseCollision(paths: OutputPaths, objectName: string): void {
  if (look(paths.object)?.isDirectory()) throw refuse(paths.object, message`it is a directory`);
  const kinds = [
    { path: paths.package, what: message`package`, nameOf: packagedName },
    { path: paths.bundle, what: message`bundle`, nameOf: bundledName },
    {
      path: paths.standalone,
      what: message`standalone file`,
      nameOf: (path: string) => markedName(path, standaloneMark),
    },
    {
      path: paths.types,
      what: message`file of types`,
      nameOf: (path: string) => markedName(path, typesMark),
    },
  ];
  for (const { path, what, nameOf } of kinds) {
    const found = path === undefined ? undefined : look(path);
    if (path === undefined || !found) continue;
    if (found.isDirectory()) throw refuse(path, message`it is a directory`);
    const other = found.isFile() ? nameOf(path, found.size) : undefined;
    if (other === undefined) throw refuse(path, message`it is no BPF ${what}, and is not written over`);
    if (other !== objectName) throw refuse(path, message`it is the ${what} of another object, ${other}`);
  }
}

function refuse(path: string, why: Phrase): TseccError {
  return new TseccError('usage', message`write '${path}': ${why}`, {
    cure: message`choose another directory: -o DIR`,
  });
}

function look(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

// In a YAML package of ours, as to-yaml writes it.
const nameInYaml = /^bpf_object: "[^]*^ {4}obj_name: "(?<name>[^"]+)"$/m;

/** Name of the object in a package file; undefined when it is no package. */
function packagedName(path: string, size: number): string | undefined {
  if (size > maxPackageSize) return undefined;
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.yaml')) return nameInYaml.exec(text)?.groups?.['name'];
  return nameInJson(text);
}

function nameInJson(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof field(value, 'bpf_object') !== 'string') return undefined;
    const name = field(field(field(value, 'meta'), 'bpf_skel'), 'obj_name');
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

// Fields of a ustar header: the name from byte 0, the size in octal digits from byte 124 (tar.h).
const tarBlock = 512;

/** Name of the object in a bundle, whose package comes first. */
function bundledName(path: string): string | undefined {
  const header = readAt(path, 0, tarBlock).toString('latin1');
  const size = Number.parseInt(header.slice(124, 136), 8);
  if (!header.startsWith('package.json\0') || !(size <= maxPackageSize)) return undefined;
  return nameInJson(readAt(path, tarBlock, size).toString('utf8'));
}

/** Name of the object behind the mark that our files of a kind begin with. */
function markedName(path: string, mark: string): string | undefined {
  const head = readAt(path, 0, tarBlock).toString('latin1');
  return head.startsWith(mark) ? head.slice(mark.length).split('\n')[0] : undefined;
}

function readAt(path: string, from: number, size: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(size);
    return bytes.subarray(0, readSync(file, bytes, 0, size, from));
  } finally {
    closeSync(file);
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
