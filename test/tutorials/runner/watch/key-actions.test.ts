import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { keyActions, type WatchControl } from '../../../../tutorials/runner/watch/key-actions.js';
import { beginWatch, type WatchState } from '../../../../tutorials/runner/watch/state.js';
import { exerciseText, learnerIn } from '../../../fixtures/learning.js';

/** A watch without a screen. */
function control(t: Parameters<typeof learnerIn>[0]) {
  const two = exerciseText({ id: 'two', file: 'two.bpf.c' });
  const { learner } = learnerIn(t, [exerciseText(), two]);
  let state: WatchState = beginWatch(learner.exercises, {});
  const did: string[] = [];
  const acts: WatchControl = {
    state: () => state,
    change: (next) => (state = { ...state, ...next }),
    run: () => did.push('run'),
    next: () => undefined,
    height: () => 5,
    quit: () => did.push('quit'),
    folder: learner.folder,
  };
  const press = async (...keys: readonly string[]): Promise<WatchState> => {
    for (const key of keys) await keyActions(key, acts);
    return state;
  };
  return { press, did, folder: learner.folder, change: acts.change };
}

t.test('keys lead through the exercises', async (t) => {
  const { press, did } = control(t);
  t.match(await press('n'), { at: 1 });
  t.match(await press('l'), { view: 'list', chosen: 1 });
  t.match(await press('page-up'), { chosen: 0 });
  t.match(await press('page-down'), { chosen: 1 }, 'the last');
  t.match(await press('up', 'up'), { chosen: 0 });
  t.match(await press('enter'), { at: 0, view: 'exercise' });
  t.match(await press('down', 'page-down'), { scroll: 5 });
  t.match(await press('page-up', 'k'), { scroll: 0 });
  await press('r', 'q', 'interrupt', 'z');
  t.same(did, ['run', 'run', 'run', 'quit', 'quit']);
});

t.test('hints are counted, and a solution is for those who have passed', async (t) => {
  const { press, change } = control(t);
  t.match((await press('h', 'h')).progress, { '04-exec/exec': { hints: 2 } });
  t.match(String((await press('s')).note), /tselearn solution 4\.1 --anyway/);
  change({ progress: { '04-exec/exec': { attempts: 1, hints: 0, passed: 'now' } } });
  t.match(await press('s'), { view: 'solution' });
  t.match(await press('s'), { view: 'exercise' });
  change({
    progress: { ...(await press()).progress, '04-exec/two': { attempts: 1, hints: 0, passed: 'now' } },
  });
  t.equal(String((await press('n')).note), 'all exercises pass');
});

t.test('reset wants to be asked for twice', async (t) => {
  const { press, folder } = control(t);
  const path = join(folder, '04-exec/exec.bpf.c');
  writeFileSync(path, 'mine');
  t.match(await press('x'), { resetting: true });
  t.match(await press('r'), { resetting: false });
  t.equal(readFileSync(path, 'utf8'), 'mine');
  t.match(String((await press('x', 'x')).note), /exec\.bpf\.c\.old/);
  t.equal(readFileSync(path, 'utf8'), 'starter of exec.bpf.c\n');
});
