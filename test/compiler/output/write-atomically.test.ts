import {
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import t from 'tap';
import { writeAtomically } from '../../../compiler/output/write-atomically.js';

t.test('files and their directories are written', async (t) => {
  const dir = t.testdir({});
  writeAtomically([
    { path: `${dir}/a/b/one`, content: 'text' },
    { path: `${dir}/a/two`, content: Uint8Array.of(1, 2), executable: true },
  ]);
  t.equal(readFileSync(`${dir}/a/b/one`, 'utf8'), 'text');
  t.same(readFileSync(`${dir}/a/two`), Buffer.of(1, 2));
  t.same(readdirSync(`${dir}/a`), ['b', 'two'], 'and nothing else');
  const mayRun = (path: string) => (statSync(path).mode & 0o100) !== 0;
  t.same([mayRun(`${dir}/a/two`), mayRun(`${dir}/a/b/one`)], [true, false]);
});

t.test('when one cannot be written, none is, and no temporary file stays', async (t) => {
  const dir = t.testdir({ one: 'old', file: 'x' });
  t.throws(() =>
    writeAtomically([
      { path: `${dir}/one`, content: 'new' },
      { path: `${dir}/file/two`, content: 'new' },
    ]),
  );
  t.equal(readFileSync(`${dir}/one`, 'utf8'), 'old');
  t.same(readdirSync(dir), ['file', 'one']);
});

t.test('a link in the place of a file is replaced, what it leads to stays', async (t) => {
  const dir = t.testdir({ precious: 'old' });
  symlinkSync('precious', `${dir}/link`);
  writeAtomically([{ path: `${dir}/link`, content: 'new' }]);
  t.equal(readFileSync(`${dir}/precious`, 'utf8'), 'old');
  t.notOk(lstatSync(`${dir}/link`).isSymbolicLink());
});

t.test('what a killed call left is removed by a later one, and nothing else', async (t) => {
  const id = '01234567-89ab-cdef-0123-456789abcdef';
  const dir = t.testdir({ [`.a.${id}.tmp`]: '', [`.b.${id}.tmp`]: '', '.a.mine.tmp': '' });
  for (const name of readdirSync(dir)) utimesSync(`${dir}/${name}`, 1, 1);
  writeFileSync(`${dir}/.a.${id.replace('0', 'f')}.tmp`, 'at work');
  writeAtomically([{ path: `${dir}/a`, content: 'new' }]);
  t.same(readdirSync(dir), [
    '.a.f1234567-89ab-cdef-0123-456789abcdef.tmp',
    '.a.mine.tmp',
    `.b.${id}.tmp`,
    'a',
  ]);
});
