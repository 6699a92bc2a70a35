import t from 'tap';
import { aligned, askRoute } from '../../../runtime/kernel/route-socket.js';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const getLink = { type: 18, flags: 0x300, body: new Uint8Array(16) };

t.test('a refusal is thrown with its errno, and the socket closed', async (t) => {
  const kernel = new FakeKernel();
  kernel.route.failures.set(18, 1);
  t.throws(() => askRoute(kernel, getLink), { message: 'rtnetlink: errno 1' });
  t.same(kernel.openDescriptors, []);
});

t.test('an answer without an end, or cut off, is an error and no endless wait', async (t) => {
  const short = new Uint8Array(16);
  short[0] = 200;
  for (const answers of [[], [short]]) {
    const kernel = new FakeKernel();
    kernel.route.answer = () => answers;
    t.throws(() => askRoute(kernel, getLink), { message: /^rtnetlink: / });
    t.same(kernel.openDescriptors, []);
  }
});

t.test('a real kernel answers, and refuses by errno', async (t) => {
  t.ok(askRoute(realKernel(), getLink).length > 0);
  t.throws(() => askRoute(realKernel(), { type: 0x7fff, flags: 4, body: new Uint8Array(16) }), {
    name: 'SystemCallError',
  });
});

t.test('sizes are rounded up to four', async (t) => {
  t.same([0, 1, 4, 5].map(aligned), [0, 4, 4, 8]);
});
