import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { watch } from '../../../../tutorials/runner/watch/watch.js';
import { exerciseText, learnerIn, say } from '../../../fixtures/learning.js';
import { FakeTerminal } from '../../../fixtures/terminal.js';

const quiz = (id: string) =>
  exerciseText({
    ...{ id, file: `${id}.txt`, kind: 'quiz', starter: 'answers' },
    checks: [{ id: 'one', rung: 'L1', answer: 1, choice: 'b', say: say('think again') }],
  });

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

t.test('in lines, what is saved is run, and a pass leads on', async (t) => {
  const { learner, texts } = learnerIn(t, [quiz('a'), quiz('b')]);
  const stop = new AbortController();
  const watching = watch(learner, { wish: { where: 'host' }, plain: true }, stop.signal);
  const save = (id: string, text: string): void =>
    writeFileSync(join(learner.folder, `04-exec/${id}.txt`), text);
  await until(() => /not yet/.test(texts.stdout));
  save('a', 'answer: c\n');
  await until(() => /think again/.test(texts.stdout));
  save('a', 'answer: b\n');
  await until(() => /4\.2 Executions/.test(texts.stdout));
  save('b', 'answer: b\n');
  await until(() => /Well done/.test(texts.stdout));
  stop.abort();
  t.equal(await watching, 0);
});

t.test("who saves another exercise's file is told which is at hand", async (t) => {
  const { learner, texts } = learnerIn(t, [quiz('a'), quiz('b')]);
  const stop = new AbortController();
  const watching = watch(learner, { wish: { where: 'host' }, plain: true }, stop.signal);
  await until(() => /not yet/.test(texts.stdout));
  writeFileSync(join(learner.folder, '04-exec/b.txt'), 'answer: b\n');
  await until(() => /'b\.txt' belongs to 4\.2: tselearn watch 4\.2 begins there/.test(texts.stderr));
  stop.abort();
  t.equal(await watching, 0);
});

t.test('on a terminal, keys work until q, which gives it back', async (t) => {
  const stdin = new FakeTerminal();
  const { learner, texts } = learnerIn(t, [quiz('a')], { stdin });
  Object.assign(learner.io.stdout, { isTTY: true, columns: 80, rows: 24 });
  const watching = watch(learner, { wish: { where: 'host' }, plain: false }, new AbortController().signal);
  await until(() => /not yet/.test(texts.stdout));
  stdin.write('h');
  await until(() => /hint 1: first/.test(texts.stdout));
  stdin.write('q');
  t.equal(await watching, 0);
  t.notOk(stdin.raw);
  t.match(texts.stdout, /\x1b\[\?1049l$/);
});
