import t from 'tap';
import { renderSummary } from '../../../runtime/render/summary.js';

t.test('the summary counts events, losses and seconds', async (t) => {
  t.equal(String(renderSummary({ events: 4, lost: 0, milliseconds: 1234 })), '4 events, 0 lost, 1.2 s');
  t.equal(String(renderSummary({ events: 1, lost: 12, milliseconds: 0 })), '1 event, 12 lost, 0.0 s');
});
