import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { TseccError } from '../../../../core/errors.js';
import type { Place, StandTask } from '../../../../tutorials/runner/places/types.js';
import { makeJudge } from '../../../../tutorials/runner/rungs/judge.js';
import { exerciseIn, fakePlace, source, traceLine } from '../../../fixtures/learning.js';
import { scratchDirectory } from '../../../fixtures/project.js';

const { signal } = new AbortController();
const judgeAt = (place: Place) =>
  makeJudge({
    places: { placeFor: () => Promise.resolve(place), [Symbol.asyncDispose]: () => Promise.resolve() },
    env: process.env,
    translate: String,
  });

/** A kernel that tells of the nonce only to programs that say EXEC; the learner's says something else. */
const honest = ({ opened, workload }: StandTask) => {
  const isSolution = Buffer.from(opened.object).includes('EXEC');
  return { events: isSolution ? [traceLine(`EXEC ${workload.slice(5)}`)] : [] };
};

function learnersFile(t: Parameters<typeof scratchDirectory>[0]): string {
  const path = join(scratchDirectory(t), 'exec.bpf.c');
  writeFileSync(path, source.replace('EXEC', 'OTHER'));
  return path;
}

t.test('a failure is the learner’s where the solution works on the same kernel', async (t) => {
  const exercise = exerciseIn(t);
  const place = fakePlace(honest);
  const judge = judgeAt(place);
  const path = learnersFile(t);
  t.match(await judge.judge(exercise, path, signal), {
    outcome: { kind: 'not-yet', stop: { rung: 'L3', check: 'line' } },
    kernel: '6.12.0',
    where: 'lab',
    seconds: Number,
  });
  const heard: (readonly [kind: string, tasks: number])[] = [];
  await judge.judge(exercise, path, signal, ({ outcome }) => heard.push([outcome.kind, place.tasks.length]));
  t.equal(place.tasks.length, 3, 'the solution is tried once');
  t.same(heard, [['not-yet', 3]]);
  const slow = fakePlace(honest);
  await judgeAt(slow).judge(exercise, path, signal, ({ outcome }) =>
    heard.push([outcome.kind, slow.tasks.length]),
  );
  t.same(heard[1], ['not-yet', 1], 'before the solution is tried');
  const solution = join(exercise.lesson.directory, 'solution', exercise.file);
  t.match(await judge.judge(exercise, solution, signal), { outcome: { kind: 'pass' } });
});

t.test('where the solution does not work either, it is the kernel, and its reason is told', async (t) => {
  const exercise = exerciseIn(t);
  const path = learnersFile(t);
  const dumb = await judgeAt(fakePlace(() => ({}))).judge(exercise, path, signal);
  t.match(dumb.outcome, { kind: 'cannot', exitCode: 4 });
  t.match(
    String('reason' in dumb.outcome && dumb.outcome.reason),
    /solution of the lesson does not work .*: L3: line/,
  );
  const lesson = { ...exercise.lesson, needs: { kinds: ['kprobe'] } };
  const without = fakePlace(() => ({}), { lacking: () => Promise.resolve('kprobe: built without') });
  const told = await judgeAt(without).judge({ ...exercise, lesson }, path, signal);
  t.match(told.outcome, { kind: 'cannot', reason: 'kprobe: built without' });
});

t.test('what fails before a kernel is asked is not the kernel’s', async (t) => {
  const exercise = exerciseIn(t);
  const path = join(scratchDirectory(t), 'exec.bpf.c');
  writeFileSync(path, 'not C');
  const place = fakePlace(() => ({}));
  const judged = await judgeAt(place).judge(exercise, path, signal);
  t.match(judged, {
    outcome: { kind: 'not-yet', stop: { rung: 'L0' } },
    kernel: undefined,
    where: undefined,
  });
  t.equal(place.tasks.length, 0);
});

t.test('a lab that fails is no mistake of the learner, and a bug is thrown', async (t) => {
  const exercise = exerciseIn(t);
  const path = learnersFile(t);
  const lost = fakePlace(() => ({
    failure: new TseccError('tool-missing', 'no QEMU', { cure: 'install it' }),
  }));
  const { outcome } = await judgeAt(lost).judge(exercise, path, signal);
  t.match(outcome, { kind: 'cannot', exitCode: 9 });
  t.equal(String('reason' in outcome && outcome.reason), 'no QEMU (install it)');
  await t.rejects(
    judgeAt(fakePlace(() => ({ failure: new Error('bug') }))).judge(exercise, path, signal),
    /bug/,
  );
});
