import t from 'tap';
import {
  codeOfExit,
  exitCodeOf,
  exitCodes,
  explainError,
  explainPhrase,
  TseccError,
} from '../../core/errors.js';
import { message } from '../../core/message.js';

t.test('an error keeps what failed, its cure, its cause and the log apart', async (t) => {
  const cause = new Error('ENOENT');
  const error = new TseccError('kernel-cannot', "attach 'x': no function x", {
    cure: 'use --lab',
    cause,
    log: 'long',
  });
  t.match(error, { code: 'kernel-cannot', cure: 'use --lab', cause, log: 'long', exitCode: 4 });
  t.equal(explainError(error), "attach 'x': no function x (use --lab)");
  t.equal(explainError(new TseccError('usage', 'use --x: no')), 'use --x: no');
});

t.test('an error without a cause has none', async (t) => {
  t.notOk('cause' in new TseccError('usage', 'x'));
});

t.test('what nobody foresaw keeps its stack and ends with 1', async (t) => {
  const error = new Error('boom');
  t.equal(explainError(error), error.stack);
  t.equal(explainError('text'), 'text');
  t.equal(exitCodeOf(error), 1);
  t.equal(exitCodeOf(undefined), 1);
});

t.test('the exit codes are the published ones', async (t) => {
  t.same(exitCodes, {
    unforeseen: 1,
    'compile-failed': 1,
    usage: 2,
    'not-permitted': 3,
    'kernel-cannot': 4,
    'verifier-refused': 5,
    'attach-failed': 6,
    'package-invalid': 7,
    'events-lost': 8,
    'tool-missing': 9,
  });
});

t.test('a code is found by its exit code', async (t) => {
  t.equal(codeOfExit(5), 'verifier-refused');
  t.equal(codeOfExit(1), 'unforeseen');
  t.equal(codeOfExit(77), 'unforeseen');
});

t.test('an error can be part of another sentence, in any language', async (t) => {
  const error = new TseccError('usage', message`it is a directory`, { cure: message`make room` });
  t.equal(String(message`lab: ${explainPhrase(error)}`), 'lab: it is a directory (make room)');
  t.equal(explainPhrase('text'), 'text');
});
