import t from 'tap';
import { parseBufferSize } from '../../../runtime/options/buffer-size.js';

t.test('bytes, or multiples of them', async (t) => {
  t.same(['1', '4096', '64k', '4M', '2g'].map(parseBufferSize), [1, 4096, 65536, 2 ** 22, 2 ** 31]);
});

t.test('what is none of these is a usage error', async (t) => {
  for (const text of ['', 'k', '0', '-1', '1.5m', '3g', '1t', 'events=1m', '99999999999']) {
    t.throws(() => parseBufferSize(text), { code: 'usage', message: /^read --buffer-size/ }, text);
  }
});
