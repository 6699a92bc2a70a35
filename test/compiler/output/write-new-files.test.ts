import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { refuseExisting, writeNewFiles } from '../../../compiler/output/write-new-files.js';
import { message } from '../../../core/message.js';

const cure = message`another place`;
const filesIn = (directory: string, ...names: readonly string[]) =>
  names.map((name) => ({ path: join(directory, name), content: `new ${name}` }));
const listed = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).toSorted();

t.test('files and their directories are made', async (t) => {
  const directory = t.testdir({});
  writeNewFiles(filesIn(join(directory, 'a/b'), 'one', 'sub/two'), cure);
  t.same(listed(directory), ['a', 'a/b', 'a/b/one', 'a/b/sub', 'a/b/sub/two']);
  t.equal(readFileSync(join(directory, 'a/b/sub/two'), 'utf8'), 'new sub/two');
});

t.test('where one is there already, all are refused and nothing is touched', async (t) => {
  const directory = t.testdir({ two: 'old', three: 'old' });
  t.throws(() => writeNewFiles(filesIn(directory, 'one', 'two', 'three'), cure), {
    code: 'usage',
    message: `write '${directory}/two', '${directory}/three': already there`,
    cure: 'another place',
  });
  t.same(listed(directory), ['three', 'two']);
  t.equal(readFileSync(join(directory, 'two'), 'utf8'), 'old');
});

t.test('that can be asked before', async (t) => {
  const directory = t.testdir({ two: 'old' });
  refuseExisting(filesIn(directory, 'one', 'three/four'), cure);
  t.throws(() => refuseExisting(filesIn(directory, 'one', 'two'), cure), { message: /two': already there$/ });
});

t.test('a link that leads nowhere is there, too', async (t) => {
  const directory = t.testdir({});
  symlinkSync('nowhere', join(directory, 'one'));
  t.throws(() => writeNewFiles(filesIn(directory, 'one'), cure), { message: /already there/ });
});

t.test('what fails in the middle is taken back, directories included', async (t) => {
  const directory = t.testdir({ file: 'old' });
  // The second cannot be written: a file is where its directory would be.
  const files = [...filesIn(directory, 'new/one'), ...filesIn(directory, 'file/two')];
  t.throws(() => writeNewFiles(files, cure), {
    code: 'usage',
    message: `make '${directory}/file': a file is in its place`,
  });
  t.same(listed(directory), ['file']);
});

t.test('a file that comes in between is kept', async (t) => {
  const directory = t.testdir({});
  // The same name twice: the second is there by the time it is written.
  t.throws(() => writeNewFiles(filesIn(directory, 'one', 'one'), cure), {
    message: /'\S+one': already there/,
  });
  t.same(listed(directory), []);
});

t.test('other errors are those of Node', async (t) => {
  const directory = t.testdir({});
  t.throws(() => writeNewFiles(filesIn(directory, 'x'.repeat(300)), cure), { code: 'ENAMETOOLONG' });
  t.notOk(existsSync(join(directory, 'x')));
});
