import t from 'tap';
import { TseccError } from '../../../../core/errors.js';
import { runPackage } from '../../../../tutorials/runner/rungs/run-package.js';
import type { Place } from '../../../../tutorials/runner/places/types.js';
import { VerifierError } from '../../../../runtime/verifier/verifier-error.js';
import { openFixture } from '../../../fixtures/kernel/packages.js';
import { exerciseIn, fakePlace, traceLine } from '../../../fixtures/learning.js';

const opened = openFixture('kprobe');
const values = { nonce: 'abc' };
const contextAt = (exercise: ReturnType<typeof exerciseIn>, place: Place) => ({
  ...{ exercise, place, values, env: process.env, translate: String, signal: new AbortController().signal },
});

t.test('a package is run with its workload and its settings, placeholders filled', async (t) => {
  const exercise = exerciseIn(t, {
    workload: 'rm {{nonce}} in {{dir}}',
    run: {
      args: ['--name', '{{nonce}}'],
      interface: 'lo',
      pid: '{{workload}}',
      filter: 'pid == {{workload}}',
    },
  });
  const place = fakePlace(() => ({ events: [traceLine('abc')] }));
  const ran = await runPackage(opened, contextAt(exercise, place));
  t.match(ran, {
    kind: 'ran',
    events: [{ message: 'abc' }],
    values: { nonce: 'abc', dir: '/tmp/there', workload: '77' },
  });
  t.match(place.tasks, [
    {
      workload: 'rm abc in /tmp/there',
      options: { args: ['--name', 'abc'], interfaces: ['lo'], pid: 77, filter: 'pid == 77' },
    },
  ]);
});

t.test('what a run fails of is a stop at its rung, and a lab that fails is broken', async (t) => {
  const exercise = exerciseIn(t);
  const failing = (failure: unknown, attached = false) =>
    runPackage(
      opened,
      contextAt(
        exercise,
        fakePlace(() => ({ failure, attached })),
      ),
    );
  t.match(await failing(new TseccError('attach-failed', 'no')), {
    stop: { rung: 'L2', topic: 'run:attach-failed' },
  });
  t.match(await failing(new TseccError('unforeseen', 'no'), true), { stop: { rung: 'L3' } });
  t.match(await failing(new TseccError('tool-missing', 'no QEMU')), { kind: 'broken' });
  t.match(await failing(new Error('strange')), { kind: 'broken' });
  const refused = new VerifierError(
    {
      ...{
        program: 'p',
        kind: 'null-map-value',
        said: 'R0',
        why: 'it is NULL',
        cure: 'test it',
        kernelLacks: false,
      },
      ...{ place: { text: 'x', file: 'a.c', line: 3, column: 1 }, registers: [], tail: [] },
    },
    { log: '' },
  );
  t.match(await failing(refused), {
    stop: { rung: 'L2', topic: 'verifier:null-map-value', diagnostics: [{ location: { line: 3 } }] },
  });
  const lost = fakePlace(() => ({}), { open: () => Promise.reject(new TseccError('tool-missing', 'gone')) });
  t.match(await runPackage(opened, contextAt(exercise, lost)), {
    kind: 'broken',
    error: { message: 'gone' },
  });
});
