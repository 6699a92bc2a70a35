import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { reportError } from '../../../runtime/render/error.js';

t.test('an error is its sentence with the cure', async (t) => {
  const error = new TseccError('usage', 'use --x: there is no such option', { cure: 'did you mean --y?' });
  t.equal(
    reportError('tsecli', error, false),
    'tsecli: use --x: there is no such option (did you mean --y?)\n',
  );
});

t.test("of a verifier's log the last lines are shown, with verbose the whole", async (t) => {
  const log = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
  const error = new TseccError('verifier-refused', 'load: refused', { log });
  t.equal(reportError('tsecli', error, false).split('\n').length, 1 + 1 + 8 + 1);
  t.match(reportError('tsecli', error, false), '  …\n  line 12\n');
  t.match(reportError('tsecli', error, true), '  line 0\n  line 1\n');
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
