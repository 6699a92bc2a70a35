import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { seal } from '../../../compiler/editor/seal.js';
import { updateFiles } from '../../../compiler/editor/update-files.js';

const sealed = (body: string) => seal(body, { before: '# ' });

t.test('what is missing or ours is written, all else is kept', async (t) => {
  const directory = t.testdir({
    same: sealed('new'),
    older: sealed('old'),
    changed: `${sealed('old')}by me`,
    foreign: 'mine',
  });
  const files = ['missing', 'same', 'older', 'changed', 'foreign'].map((name) => ({
    path: join(directory, name),
    content: sealed('new'),
  }));
  const { written, kept } = updateFiles(files);
  const names = (list: typeof files | typeof written) =>
    list.map(({ path }) => path.slice(directory.length + 1));
  t.same(names(written), ['missing', 'older']);
  t.same(names(kept), ['changed', 'foreign']);
  for (const name of ['missing', 'same', 'older'])
    t.equal(readFileSync(join(directory, name), 'utf8'), sealed('new'), name);
  t.equal(readFileSync(join(directory, 'foreign'), 'utf8'), 'mine');
});

t.test('a directory in the place of a file is an error', async (t) => {
  const directory = t.testdir({ '.clangd': {} });
  t.throws(() => updateFiles([{ path: join(directory, '.clangd'), content: 'x' }]), { code: 'EISDIR' });
});
