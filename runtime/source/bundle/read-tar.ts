import { Header } from 'tar';
import { message, type Phrase } from '../../../core/message.js';
import { bundleError } from './bundle-error.js';
import { cleanName } from './clean-name.js';

/** Files and directories of a bundle: BTFHub's archive has some thousand kernels of one machine. */
const maxEntries = 20_000;

/** POSIX's block: headers and contents are whole blocks. */
const block = 512;

/** What an entry is that is neither a file nor a directory, by the names that the tar package has for types. */
const foreign: Readonly<Record<string, Phrase>> = {
  Link: message`a link`,
  SymbolicLink: message`a symbolic link`,
  CharacterDevice: message`a device`,
  BlockDevice: message`a device`,
  FIFO: message`a pipe`,
  SparseFile: message`a sparse file`,
};

/** Attributes of extended headers that change nothing of what a file is called and holds (pax(1)). */
const harmless = /^(?:[acm]time|[ug]id|[ug]name|comment|LIBARCHIVE\.(?!symlink)[\w.-]+)$/;

/**
 * The files of a tar by their names, as views into its bytes: nothing is unpacked, copied or written. Every byte counts
 * as hostile: names that lead outside, links, devices, sparse and compressed files, files of one name, what is cut, and
 * what follows the end are refused with `package-invalid`.
 */
export function readTar(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const names = new Set<string>();
  let longName: string | undefined;
  for (let at = 0; ;) {
    const fail = (why: Phrase): never => {
      throw bundleError(message`byte ${at}: ${why}`);
    };
    const header = readHeader(bytes, at, longName, fail);
    if (header === undefined) {
      if (bytes.subarray(at).some((byte) => byte !== 0)) fail(message`something follows the end of the tar`);
      return files;
    }
    const { path, size, type } = header;
    const start = at + block;
    if (start + size > bytes.length) fail(message`'${path}' goes beyond the end`);
    const body = bytes.subarray(start, start + size);
    if (type === 'NextFileHasLongPath') longName = textOf(body).replace(/\0.*/s, '');
    else if (type === 'ExtendedHeader' || type === 'GlobalExtendedHeader') checkAttributes(body, fail);
    else {
      const name = cleanName(path, fail);
      longName = undefined;
      if (type !== 'File' && type !== 'OldFile' && type !== 'Directory')
        fail(message`'${name ?? '.'}' is ${foreign[type] ?? message`no file`}`);
      if (name === undefined) {
        if (type !== 'Directory') fail(message`a file without a name`);
      } else {
        if (names.has(name)) fail(message`there is a second '${name}'`);
        if (names.add(name).size > maxEntries) fail(message`more than ${maxEntries} files`);
        if (type !== 'Directory') files.set(name, body);
      }
    }
    at = start + Math.ceil(size / block) * block;
  }
}

interface EntryHeader {
  readonly path: string;
  readonly size: number;
  readonly type: string;
}

/** The header at an offset; undefined for the zeros that end a tar. */
function readHeader(
  bytes: Uint8Array,
  at: number,
  longName: string | undefined,
  fail: (why: Phrase) => never,
): EntryHeader | undefined {
  if (at + block > bytes.length) return fail(message`the tar ends early`);
  const header = decode(Buffer.from(bytes.buffer, bytes.byteOffset + at, block), longName);
  if (header?.nullBlock) return undefined;
  if (!header?.cksumValid) return fail(message`this is no header of a file, or it was changed`);
  const { path = '', size, type } = header;
  // No number, a negative one, and one beyond all files are all the same: undefined, NaN, or too large.
  if (size === undefined || !Number.isSafeInteger(size)) return fail(message`'${path}' has no valid size`);
  return { path, size, type };
}

/** A name that was cut to fit may end in a slash, as those of directories do: the whole one has to be known. */
function decode(bytes: Buffer, longName: string | undefined): Header | undefined {
  try {
    return new Header(bytes, 0, longName === undefined ? undefined : { path: longName });
  } catch {
    // A number that no file has.
    return undefined;
  }
}

/** Lines of `length key=value`. The tar package would set any of these keys in its own objects. */
function checkAttributes(body: Uint8Array, fail: (why: Phrase) => never): void {
  for (const line of textOf(body).split('\n')) {
    if (line === '') continue;
    const key = /^\d+ ([^=]*)=/.exec(line)?.[1];
    if (key === undefined) return fail(message`an extended header that cannot be read`);
    if (!harmless.test(key)) return fail(message`an extended header changes '${key}'`);
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
