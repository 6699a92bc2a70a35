import { createReadStream } from 'node:fs';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

/** One member of an initramfs. Paths are absolute in the guest; `mode` holds the permission bits only. */
export type CpioEntry =
  | { readonly kind: 'directory'; readonly path: string; readonly mode?: number }
  | { readonly kind: 'bytes'; readonly path: string; readonly bytes: Uint8Array; readonly mode?: number }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly source: string;
      readonly size: number;
      readonly mode?: number;
    }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  | { readonly kind: 'device'; readonly path: string; readonly major: number; readonly minor: number };

// File type bits of st_mode (linux/stat.h).
const S_IFLNK = 0o120000;
const S_IFREG = 0o100000;
const S_IFDIR = 0o040000;
const S_IFCHR = 0o020000;

/**
 * The archive as chunks, in the "newc" format that Linux unpacks as initramfs (Documentation/driver-api/early-userspace/
 * buffer-format.rst): 110 bytes of ASCII hex before each name, names and contents padded to 4 bytes, all owned by root.
 * Parent directories are added by themselves. Throws where a source file changed its size meanwhile.
 */
export async function* writeCpio(entries: Iterable<CpioEntry>): AsyncGenerator<Uint8Array> {
  let inode = 1;
  for (const entry of withParents(entries)) {
    const { mode, size } = statOf(entry);
    const [major, minor] = entry.kind === 'device' ? [entry.major, entry.minor] : [0, 0];
    yield header(entry.path.replace(/^\/+/, ''), { inode: inode++, mode, size, major, minor });
    if (size > 0) yield* contents(entry, size);
  }
  yield header('TRAILER!!!', { inode: 0, mode: 0, size: 0, major: 0, minor: 0 });
}

function* withParents(entries: Iterable<CpioEntry>): Generator<CpioEntry> {
  const made = new Set<string>(['']);
  for (const entry of entries) {
    const names = entry.path.split('/').filter(Boolean);
    for (let depth = 1; depth < names.length; depth++) {
      const path = names.slice(0, depth).join('/');
      if (made.has(path)) continue;
      made.add(path);
      yield { kind: 'directory', path };
    }
    const whole = names.join('/');
    if (made.has(whole)) continue;
    made.add(whole);
    yield entry;
  }
}

function statOf(entry: CpioEntry): { mode: number; size: number } {
  switch (entry.kind) {
    case 'directory':
      return { mode: S_IFDIR | (entry.mode ?? 0o755), size: 0 };
    case 'bytes':
      return { mode: S_IFREG | (entry.mode ?? 0o644), size: entry.bytes.length };
    case 'file':
      return { mode: S_IFREG | (entry.mode ?? 0o755), size: entry.size };
    case 'link':
      return { mode: S_IFLNK | 0o777, size: Buffer.byteLength(entry.target) };
    case 'device':
      return { mode: S_IFCHR | 0o600, size: 0 };
    default: {
      const never: never = entry;
      return never;
    }
  }
}

interface HeaderFields {
  readonly inode: number;
  readonly mode: number;
  readonly size: number;
  readonly major: number;
  readonly minor: number;
}

function header(name: string, fields: HeaderFields): Uint8Array {
  const nameSize = Buffer.byteLength(name) + 1;
  const { inode, mode, size, major, minor } = fields;
  // ino mode uid gid nlink mtime filesize devmajor devminor rdevmajor rdevminor namesize check
  const numbers = [inode, mode, 0, 0, 1, 0, size, 0, 0, major, minor, nameSize, 0];
  const text = '070701' + numbers.map((n) => n.toString(16).padStart(8, '0')).join('');
  const bytes = Buffer.alloc(align4(text.length + nameSize));
  bytes.write(text + name);
  return bytes;
}

async function* contents(entry: CpioEntry, size: number): AsyncGenerator<Uint8Array> {
  let written = 0;
  for await (const chunk of source(entry)) {
    written += chunk.length;
    yield chunk;
  }
  if (written !== size) {
    throw new TseccError(
      'tool-missing',
      message`write initramfs: '${entry.path}' changed while it was read`,
      {
        cure: message`try again`,
      },
    );
  }
  if (align4(size) > size) yield Buffer.alloc(align4(size) - size);
}

function source(entry: CpioEntry): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (entry.kind === 'bytes') return [entry.bytes];
  if (entry.kind === 'link') return [Buffer.from(entry.target)];
  if (entry.kind === 'file') return createReadStream(entry.source, { highWaterMark: 1 << 20 });
  return [];
}

function align4(size: number): number {
  return (size + 3) & ~3;
}
