import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { replaceFile } from '../../../runtime/registry/replace-file.js';

t.test('a file is replaced as a whole, with the mode that is asked for', async (t) => {
  const path = join(t.testdir({ file: 'old' }), 'file');
  replaceFile(path, 'new', 0o600);
  t.equal(readFileSync(path, 'utf8'), 'new');
  t.equal(statSync(path).mode & 0o777, 0o600);
  replaceFile(path, Buffer.from('bytes'));
  t.equal(readFileSync(path, 'utf8'), 'bytes');
});

t.test('what a killed one left goes with the next; what another one writes now stays', async (t) => {
  const directory = t.testdir();
  const dead = '.file.11111111-0000-4000-8000-000000000000.tmp';
  const fresh = '.file.22222222-0000-4000-8000-000000000000.tmp';
  const other = '.file.mine.tmp';
  for (const name of [dead, fresh, other]) writeFileSync(join(directory, name), '');
  for (const name of [dead, other]) utimesSync(join(directory, name), 1, 1);
  replaceFile(join(directory, 'file'), 'new');
  t.same(readdirSync(directory).sort(), [fresh, other, 'file'].sort());
});

t.test('what fails leaves nothing', async (t) => {
  const directory = t.testdir({ file: {} });
  t.throws(() => replaceFile(join(directory, 'file'), 'new'), { code: 'EISDIR' });
  t.same(readdirSync(directory), ['file']);
  t.throws(() => replaceFile(join(directory, 'no/file'), 'new'), { code: 'ENOENT' });
});
