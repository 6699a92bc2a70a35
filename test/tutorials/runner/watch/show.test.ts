import t from 'tap';
import { plainShow, screenShow } from '../../../../tutorials/runner/watch/show.js';
import { beginWatch } from '../../../../tutorials/runner/watch/state.js';
import { learnerIn } from '../../../fixtures/learning.js';
import { FakeTerminal } from '../../../fixtures/terminal.js';

const passed = { outcome: { kind: 'pass' }, seconds: 1, kernel: '6.12', where: 'lab' } as const;

t.test('in lines, each exercise and each run is told once', async (t) => {
  const { learner, texts } = learnerIn(t);
  using show = plainShow(learner);
  const state = beginWatch(learner.exercises, {});
  show.update(state);
  show.update({ ...state, running: 'file', note: 'lab: boot' });
  show.update({ ...state, running: 'file', note: 'lab: boot' });
  const progress = { '04-exec/exec': { attempts: 1, hints: 0, passed: 'now' } };
  show.judged({ ...state, progress, judgement: passed });
  t.equal(texts.stdout.match(/4\.1 Executions: 04-exec\/exec\.bpf\.c/g)?.length, 1);
  t.match(texts.stdout, /passed {2}1\.0 s, lab, Linux 6\.12\nAll exercises pass\. Well done!\n$/);
  t.equal(texts.stderr, 'lab: boot\n');
  t.equal(show.height(), 1);
});

t.test('on a screen, a whole frame is drawn for each state', async (t) => {
  const { learner, texts } = learnerIn(t, undefined, { stdin: new FakeTerminal() });
  Object.assign(learner.io.stdout, { columns: 80, rows: 24 });
  using show = screenShow(learner, { onKey: () => undefined, onResize: () => undefined });
  show.update(beginWatch(learner.exercises, {}));
  show.update({ ...beginWatch(learner.exercises, {}), view: 'list' });
  await new Promise(setImmediate);
  t.equal(texts.stdout.match(/\x1b\[\?2026h\x1b\[H/g)?.length, 2);
  t.equal(show.height(), 20);
});
