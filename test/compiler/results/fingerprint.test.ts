import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { fingerprintOf, hashOf, isUnchanged } from '../../../compiler/results/fingerprint.js';

/** A source that includes a.h beside it, b.h of the directory inc, and one that is nowhere. */
async function project(t: Test) {
  const directory = t.testdir({
    src: { 'x.c': '#include "a.h"\n#include <b.h>\n#if 0\n#include "none.h"\n#endif\n', 'a.h': 'int a;\n' },
    inc: { 'b.h': 'int b;\n' },
    empty: {},
  });
  const at = (path: string) => join(directory, path);
  // What was just written may have been written while a compile ran.
  await sleep(50);
  const searched = ['src', 'empty', 'inc'].map(at);
  const take = (began = Date.now()) =>
    fingerprintOf(['src/x.c', 'src/a.h', 'inc/b.h'].map(at), searched, { began, own: at('own/') });
  return { at, take };
}

t.test('it holds while nothing has changed', async (t) => {
  const { at, take } = await project(t);
  const taken = take();
  t.ok(taken && isUnchanged(taken));
  t.same(taken?.files.map(([path]) => path).sort(), ['inc/b.h', 'src/a.h', 'src/x.c'].map(at));
  t.same(
    taken?.absent.toSorted(),
    ['empty/b.h', 'empty/none.h', 'inc/none.h', 'src/b.h', 'src/none.h'].map(at),
  );
  writeFileSync(at('src/a.h'), 'int a;\n');
  t.ok(taken && isUnchanged(taken), 'the same text written again is the same');
});

t.test('a file that is changed, gone, or new where it would be taken, ends it', async (t) => {
  const changes: Readonly<Record<string, (at: (path: string) => string) => void>> = {
    'a header of another text': (at) => writeFileSync(at('src/a.h'), 'int c;\n'),
    'the source': (at) => writeFileSync(at('src/x.c'), 'int x;\n'),
    'a header that is gone': (at) => rmSync(at('inc/b.h')),
    'one that is found earlier': (at) => writeFileSync(at('empty/b.h'), 'int b;\n'),
    'one that was nowhere': (at) => writeFileSync(at('inc/none.h'), ''),
    'a directory in place of a header': (at) => {
      rmSync(at('src/a.h'));
      mkdirSync(at('src/a.h'));
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    const { at, take } = await project(t);
    const taken = take();
    change(at);
    t.ok(taken && !isUnchanged(taken), name);
  }
});

t.test('there is none of files that changed while they were compiled', async (t) => {
  const { at, take } = await project(t);
  const began = Date.now();
  writeFileSync(at('src/a.h'), 'int a2;\n');
  t.equal(take(began), undefined);
  const again = await project(t);
  const renamed = Date.now();
  renameSync(again.at('src/a.h'), again.at('src/c.h'));
  renameSync(again.at('src/c.h'), again.at('src/a.h'));
  t.equal(again.take(renamed), undefined, 'an old file under a new name too');
});

t.test('there is none of what hangs on more than files, nor of what is no file', async (t) => {
  const { at, take } = await project(t);
  writeFileSync(at('src/a.h'), 'char when[] = __TIME__;\n');
  await sleep(50);
  t.equal(take(), undefined);
  rmSync(at('src/a.h'));
  t.equal(take(), undefined);
});

t.test('our own files do not count', async (t) => {
  const { at } = await project(t);
  const taken = fingerprintOf([at('src/x.c'), at('inc/b.h')], [at('src')], {
    began: Date.now(),
    own: at('inc/'),
  });
  t.same(taken?.files.map(([path]) => path).sort(), ['src/a.h', 'src/x.c'].map(at));
});

t.test('one bit makes another hash', async (t) => {
  t.not(hashOf(Buffer.from([1])), hashOf(Buffer.from([3])));
  t.equal(hashOf('a'), hashOf(Buffer.from('a')));
});
