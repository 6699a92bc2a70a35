import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { traceInputs } from '../../../compiler/watch/trace-inputs.js';

t.test('includes are followed through directories, and missing ones are noted', async (t) => {
  const directory = t.testdir({
    src: {
      'x.c': '#include "a.h"\n#include <b.h>\n#if 0\n#include "none.h"\n#endif\n',
      'a.h': '#include "x.c"',
    },
    inc: { 'b.h': '#include <own.h>\n' },
    own: { 'own.h': '#include "more.h"' },
  });
  const at = (path: string) => join(directory, path);
  const { files, absent } = traceInputs([at('src/x.c')], [at('inc'), at('own')], at('own/'));
  t.same([...files].toSorted(), ['inc/b.h', 'src/a.h', 'src/x.c'].map(at));
  t.same([...absent].toSorted(), ['inc/none.h', 'inc/own.h', 'src/none.h'].map(at), 'nothing of our own');
});

t.test('a link stands for itself and for what it leads to', async (t) => {
  const directory = t.testdir({ src: { 'x.c': '#include "a.h"' }, far: { 'a.h': '' } });
  symlinkSync('../far/a.h', join(directory, 'src/a.h'));
  const { files } = traceInputs([join(directory, 'src/x.c')], [], '/own/');
  t.same(
    [...files].toSorted(),
    ['far/a.h', 'src/a.h', 'src/x.c'].map((path) => join(directory, path)),
  );
});

t.test('what cannot be read is watched all the same', async (t) => {
  const directory = t.testdir({ dir: {} });
  const paths = ['none.c', 'dir'].map((name) => join(directory, name));
  t.same([...traceInputs(paths, [], '/own/').files].toSorted(), paths.toSorted());
});
