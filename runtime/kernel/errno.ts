import { getSystemErrorMap } from 'node:util';
import { errnoWords } from '../../core/errno-words.js';
import { TseccError } from '../../core/errors.js';
import { PhrasedError } from '../../core/phrased-error.js';
import { SystemCallError } from './libc.js';
import { message, type Phrase } from '../../core/message.js';

/** Numbers that decisions hang on. include/uapi/asm-generic/errno-base.h and errno.h; the same on all our architectures. */
export const errno = {
  EPERM: 1,
  ENOENT: 2,
  ESRCH: 3,
  EIO: 5,
  E2BIG: 7,
  EAGAIN: 11,
  EBADF: 9,
  EACCES: 13,
  EBUSY: 16,
  EEXIST: 17,
  ENODEV: 19,
  EINVAL: 22,
  ENOSPC: 28,
  ERANGE: 34,
  EROFS: 30,
  EILSEQ: 84,
  EADDRNOTAVAIL: 99,
  EOPNOTSUPP: 95,
  EINPROGRESS: 115,
  /** include/linux/errno.h: inside the kernel only, yet it reaches user space from bpf(2). */
  ENOTSUPP: 524,
} as const;

/** The errno of a failed native or file call; undefined for any other error. */
export function errnoOf(error: unknown): number | undefined {
  if (error instanceof SystemCallError) return error.errno;
  // Node gives errno negated.
  if (error instanceof Error && 'errno' in error && typeof error.errno === 'number') return -error.errno;
  return undefined;
}

/** True for the two errors that mean "you may not". */
export function isPermissionError(error: unknown): boolean {
  const number = errnoOf(error);
  return number === errno.EPERM || number === errno.EACCES;
}

/** An errno in words, for instance `no such file or directory (ENOENT)`. */
export function describeErrno(number: number): Phrase {
  if (number === errno.ENOTSUPP) return message`operation not supported (ENOTSUPP)`;
  const [name, words] = getSystemErrorMap().get(-number) ?? [];
  return name && words ? message`${errnoWords[name] ?? words} (${name})` : message`errno ${number}`;
}

/** Any error's cause in a few words: errno in words where there is one, else its message. */
export function describeCause(error: unknown): Phrase {
  const number = errnoOf(error);
  if (number !== undefined) return describeErrno(number);
  if (error instanceof TseccError) return error.phrases.message;
  if (error instanceof PhrasedError) return error.phrase;
  return error instanceof Error ? error.message : String(error);
}
