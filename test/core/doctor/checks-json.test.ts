import t from 'tap';
import { checksJson } from '../../../core/doctor/checks-json.js';
import { message } from '../../../core/message.js';

t.test('every check has every key, with its group', async (t) => {
  const text = checksJson(
    [
      { id: 'tools', title: message`Tools`, checks: [{ id: 'x', state: 'ok', title: 'X' }] },
      {
        id: 'lab',
        title: 'Lab',
        checks: [{ id: 'y', state: 'missing', title: 'Y', detail: message`not mounted`, cure: 'c' }],
      },
    ],
    (phrase) => `<${String(phrase)}>`,
  );
  t.same(JSON.parse(text), {
    checks: [
      { id: 'x', group: 'tools', state: 'ok', title: '<X>', detail: null, cure: null },
      { id: 'y', group: 'lab', state: 'missing', title: '<Y>', detail: '<not mounted>', cure: '<c>' },
    ],
  });
  t.ok(text.endsWith('}\n'));
});
