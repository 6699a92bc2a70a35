import t from 'tap';
import { Cleanup } from '../../../runtime/kernel/cleanup.js';

t.test('steps run in the reverse order, each once', async (t) => {
  const done: number[] = [];
  const cleanup = new Cleanup();
  cleanup.add(() => void done.push(1));
  cleanup.add(async () => void done.push(2));
  await cleanup.run();
  await cleanup.run();
  t.same(done, [2, 1]);
});

t.test('a failing step does not keep the others from running, and the first failure is thrown', async (t) => {
  const done: string[] = [];
  const cleanup = new Cleanup();
  cleanup.add(() => void done.push('first made'));
  cleanup.add(() => {
    throw new Error('second failure');
  });
  cleanup.add(async () => {
    throw new Error('first failure');
  });
  await t.rejects(cleanup.run(), { message: 'first failure' });
  t.same(done, ['first made']);
});
