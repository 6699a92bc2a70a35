import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { speak } from '../../../core/language.js';
import { reportError } from '../../../runtime/render/error.js';
import { VerifierError } from '../../../runtime/verifier/verifier-error.js';
import { explained } from '../../fixtures/verifier/explained.js';

t.test('an error is its sentence with the cure', async (t) => {
  const error = new TseccError('usage', 'use --x: there is no such option', { cure: 'did you mean --y?' });
  t.equal(
    reportError('tsecli', error, false),
    'tsecli: use --x: there is no such option (did you mean --y?)\n',
  );
});

t.test('a foreign name in it begins no line of its own', async (t) => {
  const error = new TseccError('package-invalid', "open bundle: 'a\ntsecli: all is well' leads outside");
  t.equal(
    reportError('tsecli', error, false),
    "tsecli: open bundle: 'a\\x0atsecli: all is well' leads outside\n",
  );
});

t.test(
  'of a refusal the line, the registers and the words are shown, with verbose its whole log',
  async (t) => {
    const error = new VerifierError(explained('null-map-value'), { log: 'line 0\nline 1' });
    const text = reportError('tsecli', error, false);
    t.match(
      text,
      /^tsecli: load 'handle': .*\n {2}20 \| \*count \+= 1;\n {2}R0 is a pointer .*\n {2}the verifier's words: R0 /,
    );
    t.notMatch(text, 'line 0');
    t.match(reportError('tsecli', error, true), /\n {2}line 0\n {2}line 1\n/);
  },
);

t.test('it is told in a language', async (t) => {
  const error = new VerifierError(explained('null-map-value'), { log: '' });
  t.match(
    reportError('tsecli', error, false, await speak('zh')),
    /返回 NULL.*\n.*\n.*\n {2}verifier 的原话：/,
  );
});

t.test('other logs and causes are for verbose only', async (t) => {
  const error = new TseccError('unforeseen', 'load: failed', {
    log: 'libbpf said',
    cause: new Error('the cause'),
  });
  t.equal(reportError('tsecli', error, false), 'tsecli: load: failed\n');
  t.match(reportError('tsecli', error, true), /libbpf said\n {2}cause: Error: the cause/);
});

t.test('nothing that a stranger wrote acts on the terminal', async (t) => {
  const error = new TseccError('verifier-refused', 'load \x1b[31m', { log: 'a\x1b]0;b' });
  t.notMatch(reportError('tsecli', error, true), '\x1b');
});

t.test('an error nobody foresaw keeps its stack', async (t) => {
  t.match(reportError('tsecli', new RangeError('odd'), false), /tsecli: RangeError: odd\n +at /);
});
