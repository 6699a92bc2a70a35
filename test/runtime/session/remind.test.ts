import t from 'tap';
import { remind } from '../../../runtime/session/remind.js';

t.test('the work is done when its time has come, and again when it says so', async (t) => {
  const log: string[] = [];
  let done: () => void = () => {};
  const twice = new Promise<void>((resolve) => (done = resolve));
  using reminder = remind(
    () => {
      log.push('work');
      return log.length < 3 ? 1 : undefined;
    },
    async () => {
      log.push('after');
      if (log.length === 4) done();
    },
  );
  reminder.resume(1);
  await twice;
  await reminder.pause();
  t.same(log, ['work', 'after', 'work', 'after']);
});

t.test('what is being done is awaited, and nothing is begun in a pause', async (t) => {
  const log: string[] = [];
  let began: () => void = () => {};
  const begun = new Promise<void>((resolve) => (began = resolve));
  let finish: () => void = () => {};
  using reminder = remind(
    () => 1,
    () => {
      began();
      return new Promise<void>((resolve) => (finish = resolve)).then(() => void log.push('after'));
    },
  );
  reminder.resume(1);
  await begun;
  setImmediate(finish);
  await reminder.pause();
  log.push('paused');
  reminder.resume(undefined);
  await new Promise((resolve) => setTimeout(resolve, 10));
  t.same(log, ['after', 'paused']);
});

t.test('what fails is known to who pauses next, once', async (t) => {
  let began: () => void = () => {};
  const begun = new Promise<void>((resolve) => (began = resolve));
  using reminder = remind(
    () => undefined,
    async () => {
      began();
      throw new Error('no output');
    },
  );
  reminder.resume(1);
  await begun;
  await t.rejects(reminder.pause(), { message: 'no output' });
  await t.resolves(reminder.pause());
});
