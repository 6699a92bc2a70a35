import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { explainFailure } from '../../../runtime/network/explain-failure.js';
import { PassingError, passingStatuses, withRetries } from '../../../runtime/network/retry.js';

const cut = () => explainFailure('h', Object.assign(new Error('cut'), { code: 'ECONNRESET' }));

/** Fails with these errors, then succeeds; counts the tries. */
function failing(...errors: readonly Error[]) {
  let tries = 0;
  const task = async (): Promise<string> => {
    const error = errors[tries++];
    if (error) throw error;
    return 'done';
  };
  return { task, tries: () => tries };
}

t.test('what may pass is tried again', async (t) => {
  const { task, tries } = failing(cut(), new PassingError('unforeseen', '503'));
  t.equal(await withRetries(task), 'done');
  t.equal(tries(), 3);
  t.ok(passingStatuses.has(503));
  t.notOk(passingStatuses.has(404));
});

t.test('what does not pass is thrown at once', async (t) => {
  for (const error of [
    new TseccError('package-invalid', 'changed'),
    explainFailure('h', Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' })),
    new Error('bug'),
  ]) {
    const { task, tries } = failing(error);
    await t.rejects(withRetries(task), error);
    t.equal(tries(), 1);
  }
});

t.test('nobody waits for a run that was ended', async (t) => {
  const { task, tries } = failing(cut(), cut());
  await t.rejects(withRetries(task, AbortSignal.abort(new Error('ended'))), { message: 'ended' });
  t.equal(tries(), 1);
});
