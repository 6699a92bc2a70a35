import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import t from 'tap';
import {
  describeCause,
  describeErrno,
  errno,
  errnoOf,
  isPermissionError,
} from '../../../runtime/kernel/errno.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { inEnglish } from '../../fixtures/in-english.js';

t.test('errno is read from native calls and from file calls alike', async (t) => {
  t.equal(errnoOf(new SystemCallError('bpf', 22)), 22);
  try {
    readFileSync('/nonexistent/file');
    t.fail('it should throw');
  } catch (error) {
    t.equal(errnoOf(error), errno.ENOENT);
    t.equal(inEnglish(describeCause(error)), 'no such file or directory (ENOENT)');
  }
  t.equal(errnoOf(new Error('other')), undefined);
  t.equal(errnoOf('text'), undefined);
});

t.test('errno is put in words, the kernel-internal one as well', async (t) => {
  t.equal(inEnglish(describeErrno(1)), 'operation not permitted (EPERM)');
  t.equal(inEnglish(describeErrno(524)), 'operation not supported (ENOTSUPP)');
  t.equal(inEnglish(describeErrno(9999)), 'errno 9999');
  t.equal(describeCause(new Error('other')), 'other');
  t.equal(describeCause('text'), 'text');
});

t.test('only EPERM and EACCES are about permission', async (t) => {
  t.ok(isPermissionError(new SystemCallError('bpf', 1)));
  t.ok(isPermissionError(new SystemCallError('open', 13)));
  t.notOk(isPermissionError(new SystemCallError('open', 2)));
  t.notOk(isPermissionError(new Error('other')));
});

t.test("the numbers are this system's", async (t) => {
  for (const [name, number] of Object.entries(errno)) {
    if (name in constants.errno) t.equal(constants.errno[name as keyof typeof constants.errno], number, name);
  }
});
