import t from 'tap';
import { cleanName } from '../../../../runtime/source/bundle/clean-name.js';

const clean = (path: string): string | undefined =>
  cleanName(path, (why) => {
    throw new Error(String(why));
  });

t.test('a name loses what means nothing', async (t) => {
  t.equal(clean('./package.json'), 'package.json');
  t.equal(clean('././a/b'), 'a/b');
  t.equal(clean('a/'), 'a');
  t.equal(clean('./'), undefined);
  t.equal(clean('a..b/..c'), 'a..b/..c');
});

t.test('a name that leads elsewhere is refused', async (t) => {
  for (const path of ['../a', 'a/../b', './..', 'a/..']) t.throws(() => clean(path), /leads outside/, path);
  for (const path of ['/a', '//a']) t.throws(() => clean(path), /absolute/, path);
  for (const path of ['a//b', 'a/./b', 'a\\b', 'a\u0007b', 'a\nb', '\u007f'])
    t.throws(() => clean(path), /not the name of a file/, path);
  t.throws(() => clean('a'.repeat(4097)), /4097 characters/);
});
