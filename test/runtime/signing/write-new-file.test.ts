import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { writeNewFile } from '../../../runtime/signing/write-new-file.js';

t.test('a new file has the text and the permissions, one that is there is left alone', async (t) => {
  const directory = t.testdir({ old: 'kept' });
  writeNewFile('new', 'text', directory, 0o600);
  t.equal(readFileSync(join(directory, 'new'), 'utf8'), 'text');
  t.equal(statSync(join(directory, 'new')).mode & 0o777, 0o600);
  t.throws(() => writeNewFile('old', 'text', directory, 0o644), {
    code: 'usage',
    message: "write 'old': file already exists",
  });
  t.equal(readFileSync(join(directory, 'old'), 'utf8'), 'kept');
  t.throws(() => writeNewFile('none/new', 'text', directory, 0o644), { code: 'usage' });
});
