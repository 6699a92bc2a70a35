import t from 'tap';
import { requireAll } from '../../../runtime/session/require-all.js';

const level = (full: boolean) => ({ name: 'events', part: full ? 1 : 0.5, full });

t.test('without losses all is well', async (t) => {
  t.doesNotThrow(() => requireAll(0, []));
  t.doesNotThrow(() => requireAll(0, [level(false)]));
});

t.test('losses are told with their number, and with what helps', async (t) => {
  t.throws(() => requireAll(7, [level(true)]), {
    code: 'events-lost',
    exitCode: 8,
    message: 'receive all events: 7 were lost',
    cure: /--buffer-size/,
  });
});

t.test('a ring that was full and has no counter is a failure, too', async (t) => {
  t.throws(() => requireAll(0, [level(false), level(true)]), {
    code: 'events-lost',
    message: "receive all events: ring buffer 'events' was full, and what it lost cannot be counted",
    cure: /tsecc\.h/,
  });
});
