import t from 'tap';
import { commonWords, knownWords, reservedWords } from '../../../compiler/annotations/known-words.js';

t.test('every word of ecc and of ours is known, at its places', async (t) => {
  const at = (place: string) =>
    [...knownWords.values()]
      .filter(({ places }) => places.some((one) => one === place))
      .map(({ word }) => word);
  t.same(at('license'), ['description', 'brief', 'details', 'version']);
  t.same(at('variable'), ['description', 'value', 'cmdarg']);
  t.same(at('map'), ['description', 'sample', 'intepreter', 'interpreter', 'export_config', 'event']);
  t.same(at('program'), [
    'description',
    'ifindex',
    'flags',
    'xdpopts',
    'tchook',
    'tcopts',
    'fallback',
    'optional',
    'alternative',
  ]);
  t.same(at('member'), ['description', 'format']);
});

t.test('shapes take what ecc takes', async (t) => {
  const problems = (word: string, value: Parameters<NonNullable<ReturnType<typeof check>>>[0]) =>
    check(word)?.(value, word);
  const check = (word: string) => knownWords.get(word)?.check;
  t.same(problems('cmdarg', { default: false, short: 'é', long: 'a-b_c', help: '' }), []);
  t.equal(problems('cmdarg', { short: 'ab' })?.length, 1);
  t.equal(problems('cmdarg', { long: '--x' })?.length, 1);
  for (const config of ['default', 'no_export', { btf_type_id: 3 }, { custom_members: [] }])
    t.same(problems('export_config', config), []);
  t.equal(problems('export_config', 'defualt')?.length, 1);
  t.equal(problems('tchook', { attach_point: 'BPF_TC_INGRES' })?.length, 1);
  t.equal(problems('fallback', true)?.length, 1);
  t.equal(problems('format', 'not a name')?.length, 1);
});

t.test('words do not stand in two lists', async (t) => {
  for (const word of knownWords.keys()) t.notOk(reservedWords.has(word), word);
  t.notOk(commonWords.has('cmdarg'));
});
