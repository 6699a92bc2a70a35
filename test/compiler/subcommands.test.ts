import t from 'tap';
import { subcommandOf, subcommandRows } from '../../compiler/subcommands.js';

t.test('each is a word of its own and loads', async (t) => {
  t.equal(new Set(subcommandRows.map(({ name }) => name)).size, subcommandRows.length);
  for (const { name } of subcommandRows) {
    t.match(name, /^[a-z]+$/);
    t.equal(typeof (await subcommandOf(name)), 'function', name);
  }
});

t.test('any other word is a source', async (t) => {
  for (const word of [undefined, 'x.bpf.c', './completion', 'constructor']) {
    t.equal(await subcommandOf(word), undefined, String(word));
  }
});
