import t from 'tap';
import { makeValues } from '../../../../tutorials/runner/placeholders/make-values.js';

t.test('values are new each time, and fit what they are for', async (t) => {
  const all = Array.from({ length: 200 }, makeValues);
  for (const { nonce, nonce2, number, number2, port } of all) {
    t.match(nonce, /^[a-z]{8}$/);
    t.not(nonce, nonce2);
    t.ok(Number(number) >= 1 && Number(number) <= 250);
    t.ok(Number(number2) >= 1 && Number(number2) <= 250);
    t.not(number, number2);
    t.ok(Number(port) >= 20_000 && Number(port) <= 60_000);
  }
  t.equal(new Set(all.map(({ nonce }) => nonce)).size, all.length);
});
