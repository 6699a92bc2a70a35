import t from 'tap';
import { checkWatching, splitRun } from '../../../compiler/watch/watch-options.js';

t.test('words for tsecli and for the program stand apart', async (t) => {
  t.same(splitRun(['a.c', '--', '-b.c']), { own: ['a.c', '--', '-b.c'], run: undefined });
  t.same(splitRun(['--run', 'a.c']), { own: ['--run', 'a.c'], run: { options: [], program: [] } });
  t.same(splitRun(['--run', 'a.c', '--', '--lab', '-j', '--', '--pid', '--', '1']), {
    own: ['--run', 'a.c'],
    run: { options: ['--lab', '-j'], program: ['--pid', '--', '1'] },
  });
  t.match(splitRun(['a.c', '--', '--run']), { run: undefined }, 'behind dashes it is a name');
});

t.test('what does not go together is refused', async (t) => {
  const run = { options: [], program: [] };
  const good = { watches: true, run, sources: ['a.c'], options: { packageKind: 'json' as const } };
  t.doesNotThrow(() => checkWatching(good));
  t.doesNotThrow(() => checkWatching({ ...good, run: undefined, watches: false, sources: ['a.c', 'b.c'] }));
  const wrong = { code: 'usage', exitCode: 2 };
  t.throws(() => checkWatching({ ...good, watches: false }), { ...wrong, message: /no use without --watch/ });
  t.throws(() => checkWatching({ ...good, sources: ['a.c', 'b.c'] }), {
    ...wrong,
    message: /for one source/,
  });
  for (const packageKind of ['none', 'yaml'] as const) {
    t.throws(() => checkWatching({ ...good, options: { packageKind } }), {
      ...wrong,
      cure: 'leave out --yaml and -n',
    });
  }
});
