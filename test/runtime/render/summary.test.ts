import t from 'tap';
import { renderSummary } from '../../../runtime/render/summary.js';

t.test('the summary counts events, losses and seconds', async (t) => {
  t.equal(
    String(renderSummary({ events: 4, lost: 0, leftOut: 0, milliseconds: 1234 })),
    '4 events, 0 lost, 1.2 s',
  );
  t.equal(
    String(renderSummary({ events: 1, lost: 12, leftOut: 0, milliseconds: 0 })),
    '1 event, 12 lost, 0.0 s',
  );
  t.equal(
    String(renderSummary({ events: 4, lost: 2, leftOut: 3, milliseconds: 1000 })),
    '4 events, 3 of them not printed since the output was closed, 2 lost, 1.0 s',
  );
});
