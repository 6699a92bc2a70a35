import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { climb, type Audit } from '../../../../tutorials/runner/rungs/climb.js';
import type { Exercise } from '../../../../tutorials/runner/lessons/types.js';
import { exerciseIn, fakePlace, say, source, traceLine } from '../../../fixtures/learning.js';
import { scratchDirectory } from '../../../fixtures/project.js';

const climbWith = (exercise: Exercise, path: string, place = fakePlace(() => ({})), audit?: Audit) =>
  climb(path, {
    ...{ exercise, values: { nonce: 'abc' }, audit, env: process.env, translate: String },
    ...{ place: () => Promise.resolve(place), signal: new AbortController().signal },
  });

t.test('a program goes up until something does not hold', async (t) => {
  const exercise = exerciseIn(t);
  const path = join(exercise.lesson.directory, 'solution', exercise.file);
  t.match(await climbWith(exercise, path), { stop: { rung: 'L3', check: 'line' } });
  const good = fakePlace(() => ({ events: [traceLine('EXEC abc')] }));
  const audited: unknown[] = [];
  const audit: Audit = async (recheck) => {
    audited.push(await recheck({ nonce: 'xyz' }), await recheck({ nonce: 'abc' }));
  };
  t.match(await climbWith(exercise, path, good, audit), { kind: 'top' });
  t.match(audited, [{ stop: { check: 'line' } }, undefined], 'events of another run, and of this one');
  const left = fakePlace(() => ({ events: [traceLine('EXEC abc')], leftovers: ['pin x'] }));
  t.match(await climbWith(exercise, path, left), {
    stop: { rung: 'L4', check: 'left-behind', found: ['pin x'] },
  });
  const elsewhere = join(scratchDirectory(t), 'exec.bpf.c');
  writeFileSync(elsewhere, source.replace('sched_process_exec', 'sched_process_exit'));
  t.match(await climbWith(exercise, elsewhere, good), { stop: { rung: 'L1', check: 'section' } });
  writeFileSync(elsewhere, source.replace('return 0;', 'return *(char *)ctx == "x";'));
  t.match(await climbWith(exercise, elsewhere), {
    stop: { rung: 'L3', diagnostics: [{ severity: 'warning' }] },
  });
  for (const change of [() => writeFileSync(elsewhere, ''), () => rmSync(elsewhere)]) {
    change();
    t.match(await climbWith(exercise, elsewhere), { stop: { rung: 'L0', cure: { values: ['4.1'] } } });
  }
  t.equal(good.tasks.length, 1, 'what is wrong in the package needs no kernel');
});

t.test('answers have to be there, and right', async (t) => {
  const check = { id: 'one', rung: 'L1', answer: 1, choice: 'b', say: say('think again') } as const;
  const quiz = exerciseIn(t, { kind: 'quiz', file: 'quiz.txt', checks: [check] });
  const path = join(scratchDirectory(t), 'quiz.txt');
  const write = (text: string): void => writeFileSync(path, text);
  t.match(await climbWith(quiz, `${path}.not`), { stop: { rung: 'L0' } });
  write('answer:\n');
  t.match(await climbWith(quiz, path), { stop: { rung: 'L1', check: 'answers' } });
  write('answer: a\n');
  t.match(await climbWith(quiz, path), { stop: { check: 'one', found: ['a'] } });
  write('answer: B\n');
  t.match(await climbWith(quiz, path), { kind: 'top' });
});

t.test('a prediction is compared with what the kernel sent', async (t) => {
  const check = {
    id: 'one',
    rung: 'L3',
    answer: 1,
    equals: { count: { kind: 'trace' } },
    say: say('count'),
  } as const;
  const predict = exerciseIn(t, {
    ...{ kind: 'predict', file: 'count.txt', files: ['exec.bpf.c'], runs: 'exec.bpf.c', checks: [check] },
  });
  const directory = scratchDirectory(t);
  writeFileSync(join(directory, 'exec.bpf.c'), source);
  writeFileSync(join(directory, 'count.txt'), 'lines? = 2\n');
  const place = (count: number) => fakePlace(() => ({ events: Array(count).fill(traceLine('EXEC')) }));
  t.match(await climbWith(predict, join(directory, 'count.txt'), place(2)), { kind: 'top' });
  t.match(await climbWith(predict, join(directory, 'count.txt'), place(3)), { stop: { check: 'one' } });
});
