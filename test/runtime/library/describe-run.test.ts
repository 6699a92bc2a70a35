import t from 'tap';
import { message } from '../../../core/message.js';
import { describeRun } from '../../../runtime/library/describe-run.js';

t.test('a run is told by its programs and all notes', async (t) => {
  const run = {
    links: [
      { program: 'a', section: 'kprobe/x', iterator: 7, [Symbol.dispose]: () => {} },
      { program: 'b', section: 'xdp', note: message`in ${'generic'} mode`, [Symbol.dispose]: () => {} },
    ],
    notes: [{ text: message`left out ${'c'}`, detail: true }],
  };
  t.same(describeRun(run, [message`one more`]), {
    programs: [
      { program: 'a', section: 'kprobe/x', note: undefined },
      { program: 'b', section: 'xdp', note: 'in generic mode' },
    ],
    notes: ['left out c', 'one more'],
  });
});
