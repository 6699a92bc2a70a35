import * as fc from 'fast-check';
import t from 'tap';
import { scanOptions } from '../../compiler/scan-options.js';
import { TseccError } from '../../core/errors.js';

const scan = (...argv: string[]) => {
  const { values, words } = scanOptions(argv);
  return { ...Object.fromEntries(values), words };
};

t.test('an option is read in each of its forms, wherever it stands', async (t) => {
  for (const form of [['-o', 'out'], ['-oout'], ['-o=out'], ['--output-path', 'out'], ['--output-path=out']])
    t.same(scan('a.c', ...form, 'b'), { 'output-path': ['out'], words: ['a.c', 'b'] }, form.join(' '));
  t.same(scan('-vy', '-nvo', 'out'), {
    verbose: ['', ''],
    yaml: [''],
    'no-generate-package-json': [''],
    'output-path': ['out'],
    words: [],
  });
});

t.test('a value may begin with a dash, be empty, hold an equals sign, and come more than once', async (t) => {
  t.same(scan('-a', '-DX=1', '--additional-cflags=-O1', '-a=', '-a--x'), {
    'additional-cflags': ['-DX=1', '-O1', '', '--x'],
    words: [],
  });
  t.same(scan('-o', '--'), { 'output-path': ['--'], words: [] });
});

t.test('a dash alone is a word, and so is everything behind two', async (t) => {
  t.same(scan('-', '-v', '--', '-v', '--x'), { verbose: [''], words: ['-', '-v', '--x'] });
});

t.test('what cannot be read is a usage error', async (t) => {
  const cases: [string[], string, string | RegExp][] = [
    [['--verbos'], 'unknown option --verbos', 'nearest: --verbose'],
    [['--xyzzy=1'], 'unknown option --xyzzy', /--help/],
    [['-vq'], 'unknown option -q', /--help/],
    [['--verbose=1'], '--verbose takes no value', /--help/],
    [['-v=1'], '--verbose takes no value', /--help/],
    [['x', '-o'], '--output-path needs its DIR', /--help/],
  ];
  for (const [argv, message, cure] of cases)
    t.throws(() => scanOptions(argv), { code: 'usage', message: `read the command line: ${message}`, cure });
});

t.test('any command line is read or refused in words', async (t) => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('-o', '--', '-', '-v', '--vmlinux', '-a=-x', '--__proto__=1'),
  );
  fc.assert(
    fc.property(fc.array(word), (argv) => {
      try {
        scanOptions(argv);
      } catch (error) {
        if (!(error instanceof TseccError)) throw error;
      }
    }),
  );
  t.pass();
});
