import { chmodSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { readOwnedFile } from '../../../runtime/policy/read-owned-file.js';

const me = process.getuid?.() ?? 0;

function fileIn(t: Test, fileMode = 0o644, directoryMode = 0o755): string {
  const directory = t.testdir({ file: 'text' });
  chmodSync(join(directory, 'file'), fileMode);
  chmodSync(directory, directoryMode);
  return join(directory, 'file');
}

t.test('a file that only its owner writes is read', async (t) => {
  t.equal(Buffer.from(readOwnedFile(fileIn(t), me)).toString(), 'text');
});

t.test('one that others could have written is not', async (t) => {
  const cases = [
    [0o664, 0o755, 'it can be written by others than its owner'],
    [0o646, 0o755, 'it can be written by others than its owner'],
    [0o644, 0o775, 'its directory can be written by others than its owner'],
    [0o644, 0o757, 'its directory can be written by others than its owner'],
  ] as const;
  for (const [file, directory, message] of cases) {
    const path = fileIn(t, file, directory);
    t.throws(() => readOwnedFile(path, me), { message }, message);
    chmodSync(join(path, '..'), 0o755);
  }
});

t.test('one of somebody else is not', async (t) => {
  const path = fileIn(t);
  t.throws(() => readOwnedFile(path, me + 1), {
    message: `its directory belongs to user ${me}, not to ${me + 1}`,
  });
});

t.test('nor what is no file, too large, or absent', async (t) => {
  const path = fileIn(t);
  mkdirSync(`${path}.d`);
  t.throws(() => readOwnedFile(`${path}.d`, me), { message: 'it is no regular file' });
  t.throws(() => readOwnedFile(`${path}.none`, me), { message: 'no such file or directory' });
  truncateSync(path, 1024 * 1024 + 1);
  t.throws(() => readOwnedFile(path, me), { message: 'it is larger than 1048576 bytes' });
});
