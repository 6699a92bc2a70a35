import { dirname } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message, type Message, type Phrase } from '../../core/message.js';
import { packManifest, sortKeys, writePackage } from '../../core/package/write.js';
import type { PackageMeta } from '../../core/package/types.js';
import { writeAtomically, type FileToWrite } from './write-atomically.js';
import type { OutputPaths } from './output-paths.js';
import { toYaml } from './to-yaml.js';

/**
 * Writes the object, its package and what else was made of them, each whole or not at all, and makes their directory.
 * Throws `usage` where that is not possible, in one sentence.
 */
export function writeOutputs(
  paths: OutputPaths,
  meta: PackageMeta,
  object: Uint8Array,
  extras: readonly FileToWrite[] = [],
): void {
  const packaged =
    paths.package === undefined
      ? []
      : [{ path: paths.package, content: render(paths.package, meta, object) }];
  try {
    writeAtomically([{ path: paths.object, content: object }, ...packaged, ...extras]);
  } catch (cause) {
    const directory = dirname(paths.object);
    throw new TseccError('usage', message`write to '${directory}': ${reason(cause)}`, {
      cure: message`choose another directory: -o DIR`,
      cause,
    });
  }
}

function render(path: string, meta: PackageMeta, object: Uint8Array): string {
  return path.endsWith('.yaml') ? toYaml(sortKeys(packManifest(meta, object))) : writePackage(meta, object);
}

// What libc's strerror says of the errors that happen here.
const reasons: Readonly<Record<string, Message>> = {
  EACCES: message`permission denied`,
  EPERM: message`operation not permitted`,
  EROFS: message`read-only file system`,
  ENOSPC: message`no space left on the device`,
  EDQUOT: message`disk quota exceeded`,
  ENOTDIR: message`part of the path is not a directory`,
  EEXIST: message`it is not a directory`,
};

function reason(cause: unknown): Phrase {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return reasons[code] ?? String(cause);
}
