import t from 'tap';
import { subcommandOf } from '../../compiler/subcommands.js';

t.test('words that are no source', async (t) => {
  for (const word of ['init', 'editor']) t.type(await subcommandOf(word), 'function', word);
});

t.test('sources, options and names of objects are none', async (t) => {
  for (const word of [undefined, './init', 'init.bpf.c', '--init', 'toString', '__proto__', ''])
    t.equal(await subcommandOf(word), undefined, String(word));
});
