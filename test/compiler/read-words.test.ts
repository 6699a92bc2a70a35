import fc from 'fast-check';
import t from 'tap';
import { readWords } from '../../compiler/read-words.js';
import { TseccError } from '../../core/errors.js';

const read = (...argv: readonly string[]) =>
  readWords('init', argv, { switches: ['list'], values: ['name'], most: 2 });

t.test('words and options in any order', async (t) => {
  const { words, isSet, valueOf } = read('--list', 'a', '--name=x', 'b', '-h', '--lang', 'zh');
  t.same(words, ['a', 'b']);
  t.ok(isSet('list') && isSet('help'));
  t.equal(valueOf('name'), 'x');
  t.equal(valueOf('lang'), 'zh');
  t.equal(read().valueOf('name'), undefined);
  t.notOk(read().isSet('list'));
});

t.test('what is wrong is told, with a cure', async (t) => {
  const cases: readonly (readonly [readonly string[], RegExp, string])[] = [
    [['--nam', 'x'], /^init: unknown option --nam$/, 'nearest: --name'],
    [['--frobnicate'], /^init: unknown option --frobnicate$/, 'see tsecc init --help'],
    [['a', 'b', 'c'], /^init: 'c' is one word too many$/, 'see tsecc init --help'],
    [['--name'], /^init: Option '--name <value>' argument missing$/, 'see tsecc init --help'],
    [['-x'], /^init: Unknown option '-x'/, 'see tsecc init --help'],
  ];
  for (const [argv, message, cure] of cases) t.throws(() => read(...argv), { code: 'usage', message, cure });
});

t.test('what stands behind two dashes is a word', async (t) => {
  t.same(read('--', '--name').words, ['--name']);
});

t.test('any command line is read or refused', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('--name', '--list', '-h', '--', '-'))),
      (argv) => {
        try {
          return read(...argv).words.length <= 2;
        } catch (error) {
          return error instanceof TseccError && error.code === 'usage';
        }
      },
    ),
  );
});
