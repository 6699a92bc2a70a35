import t from 'tap';
import { displayWidth } from '../../../../runtime/render/display-width.js';
import { beginWatch } from '../../../../tutorials/runner/watch/state.js';
import { viewOf } from '../../../../tutorials/runner/watch/view.js';
import { exercisesOf } from '../../../../tutorials/runner/lessons/read-lessons.js';
import { lessonIn, stopAt } from '../../../fixtures/learning.js';

const style = {
  ...{
    language: 'en' as const,
    translate: String,
    paint: (_: string, text: string) => text,
    colour: false,
    width: 80,
  },
} as const;

t.test('the exercise, what came of it, and the keys are shown', async (t) => {
  const exercises = exercisesOf([lessonIn(t)]);
  const state = beginWatch(exercises, { '04-exec/exec': { attempts: 1, hints: 1 } });
  const { top, body, bottom } = viewOf({ ...state, running: 'file', note: 'noted' }, style);
  t.match(top[0], /^4 Exec +0 of 1 done$/);
  t.equal(displayWidth(top[0] ?? ''), 80);
  t.match(
    body.join('\n'),
    /4\.1 Executions\nPrint EXEC\.\n04-exec\/exec\.bpf\.c\nchange this file [^]*04-exec\/README\.md\n[^]*running…[^]*hint 1: first/,
  );
  t.same(bottom, ['noted', 'n next  h hint  r run  l list  s solution  x reset  q quit']);
  const judgement = {
    outcome: { kind: 'not-yet', stop: stopAt() },
    seconds: 1,
    kernel: '6.1',
    where: 'lab',
  } as const;
  t.match(viewOf({ ...state, judgement }, style).body.join('\n'), /✗ L3 behaves/);
  const trying = viewOf({ ...state, judgement, running: 'solution' }, style).body.join('\n');
  t.match(trying, /not yet[^]*running our solution/);
  const tried = { ...state, progress: { '04-exec/exec': { attempts: 2, hints: 0 } } };
  t.notMatch(viewOf(tried, style).body.join('\n'), /change this file/);
  const passed = { ...judgement, outcome: { kind: 'pass' } } as const;
  t.match(viewOf({ ...state, judgement: passed }, style).body.join('\n'), /Press n for the next/);
  t.match(viewOf({ ...state, view: 'list' }, style).body.join('\n'), /^> · 4\.1 {3}Executions$/m);
  t.match(viewOf({ ...state, view: 'list' }, style).bottom[1], /Enter go there/);
  t.match(viewOf({ ...state, view: 'solution' }, style).body.join('\n'), /^solution\/exec\.bpf\.c[^]*SEC\(/);
});
