import t from 'tap';
import { renderLinearHistogram } from '../../../runtime/render/linear-histogram.js';

t.test('draws one line a slot', async (t) => {
  t.equal(
    renderLinearHistogram([4, 0, 8n, 0], { unit: 'cpu', columns: 52 }),
    `     cpu           : count    distribution
        0          : 4        |**********          |
        1          : 0        |                    |
        2          : 8        |********************|
`,
  );
});

t.test('shows ranges for slots of several values', async (t) => {
  const lines = renderLinearHistogram([1, 2], { unit: 'ms' }, { first: 100, step: 10 }).split('\n');
  t.match(lines[1], /^ {7}100 -> 109 +: 1 /);
  t.match(lines[2], /^ {7}110 -> 119 +: 2 /);
});
