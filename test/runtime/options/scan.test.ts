import fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { scanArguments } from '../../../runtime/options/scan.js';

t.test('options are read up to the package, and nothing behind it', async (t) => {
  t.same(scanArguments(['-jv', '--exec', 'rm -f x', '--duration=1s', 'pkg', '-j', '--nonsense']), {
    options: [
      { name: 'json', value: undefined },
      { name: 'verbose', value: undefined },
      { name: 'exec', value: 'rm -f x' },
      { name: 'duration', value: '1s' },
    ],
    rest: ['pkg', '-j', '--nonsense'],
  });
});

t.test('a short option takes its value from behind it or from the next word', async (t) => {
  const csv = [{ name: 'output', value: 'csv' }];
  for (const argv of [['-o', 'csv'], ['-ocsv'], ['-o=csv']]) t.same(scanArguments(argv).options, csv);
  t.same(scanArguments(['-qocsv', 'pkg']), {
    options: [{ name: 'quiet', value: undefined }, ...csv],
    rest: ['pkg'],
  });
  t.same(scanArguments(['-o=']).options, [{ name: 'output', value: '' }]);
  t.throws(() => scanArguments(['-qo']), { code: 'usage', message: /--output: its FORM is missing/ });
});

t.test('an optional value is only taken behind an equals sign', async (t) => {
  t.same(scanArguments(['--lab', '6.12']), { options: [{ name: 'lab', value: undefined }], rest: ['6.12'] });
  t.same(scanArguments(['--lab=6.12', 'pkg']).options, [{ name: 'lab', value: '6.12' }]);
});

t.test('a value may look like an option', async (t) => {
  t.same(scanArguments(['--exec', '--json', 'pkg']).options, [{ name: 'exec', value: '--json' }]);
  t.same(scanArguments(['--exec=a=b']).options, [{ name: 'exec', value: 'a=b' }]);
});

t.test('- is standard input, and what follows -- is no option', async (t) => {
  t.same(scanArguments(['-', '-j']).rest, ['-', '-j']);
  t.same(scanArguments(['-j', '--', '--file']).rest, ['--file']);
});

t.test('an unknown option is refused, with the nearest', async (t) => {
  t.throws(() => scanArguments(['--jsn']), { code: 'usage', message: /--jsn/, cure: 'did you mean --json?' });
  t.throws(() => scanArguments(['-x']), { code: 'usage', cure: 'see tsecli --help' });
  t.throws(() => scanArguments(['--constructor']), { code: 'usage' });
  t.throws(() => scanArguments(['--json=yes']), { code: 'usage', message: /takes no value/ });
  t.throws(() => scanArguments(['--exec']), { code: 'usage', message: /COMMAND is missing/ });
});

t.test('whatever is given, nothing but a usage error is thrown, and no word is lost', async (t) => {
  const word = fc.oneof(
    fc.constantFrom(
      '-j',
      '--exec',
      '--lab',
      '--lab=x',
      '--attach',
      '-o',
      '-ox',
      '-',
      '--',
      'pkg',
      '-qv',
      '--json=1',
      '--',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
      try {
        const { rest } = scanArguments(argv);
        t.same(argv.slice(argv.length - rest.length), rest);
      } catch (error) {
        if (!(error instanceof TseccError) || error.code !== 'usage') throw error;
      }
    }),
  );
});
