import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  readlinkSync,
  rmSync,
  rmdirSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { errno, errnoOf } from './errno.js';
import type { KernelFiles } from './types.js';

/** Node opens all of these close-on-exec. */
const openFlags = constants.O_RDONLY | constants.O_NONBLOCK;

/** The file part of the real kernel, by Node's synchronous calls: these file systems answer from memory. */
export const kernelFiles: KernelFiles = {
  readText: (path) => readFileSync(path, 'utf8'),
  readBytes,
  writeText,
  list: (path) => readdirSync(path),
  exists: (path) => existsSync(path),
  isExecutable,
  inspect: (path) => {
    const facts = lstatSync(path);
    return { isDirectory: facts.isDirectory(), owner: facts.uid, mode: facts.mode & 0o7777 };
  },
  readLink: (path) => readlinkSync(path),
  makeDirectory: (path) => mkdirSync(path, { mode: 0o700 }),
  removeDirectory: (path) => rmdirSync(path),
  removeTree: (path) => rmSync(path, { recursive: true, force: true }),
  link: (target, path) => symlinkSync(target, path),
  open: (path) => openSync(path, openFlags),
  read: readNow,
  write: (fd, bytes) => {
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
  },
  close: (fd) => closeSync(fd),
};

function readBytes(path: string, limit: number): Uint8Array | undefined {
  // Without waiting: a process can have put a pipe where a file is looked for.
  const fd = openSync(path, openFlags);
  try {
    const facts = fstatSync(fd);
    return facts.isFile() && facts.size <= limit ? readFileSync(fd) : undefined;
  } finally {
    closeSync(fd);
  }
}

function writeText(path: string, text: string): void {
  // No O_CREAT or O_TRUNC: control files exist, and kernels differ in whether they tolerate either.
  const fd = openSync(path, constants.O_WRONLY);
  try {
    writeSync(fd, text);
  } finally {
    closeSync(fd);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return lstatSync(path).isFile() || lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function readNow(fd: number, into: Uint8Array): number | undefined {
  try {
    return readSync(fd, into);
  } catch (error) {
    if (errnoOf(error) === errno.EAGAIN) return undefined;
    throw error;
  }
}
