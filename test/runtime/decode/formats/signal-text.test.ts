import { constants } from 'node:os';
import t from 'tap';
import { signalText } from '../../../../runtime/decode/formats/signal-text.js';

t.test('names signals', async (t) => {
  t.equal(signalText(9), 'SIGKILL');
  t.equal(signalText(34), 'SIGRT34');
  t.equal(signalText(0), '0');
  t.equal(signalText(-1), '-1');
  t.equal(signalText(65), '65');
});

t.test('agrees with this system', { skip: process.platform === 'linux' ? false : 'not Linux' }, async (t) => {
  const twins = new Set(['SIGIOT', 'SIGPOLL', 'SIGUNUSED']);
  for (const [name, number] of Object.entries(constants.signals)) {
    if (!twins.has(name)) t.equal(signalText(number), name);
  }
});
