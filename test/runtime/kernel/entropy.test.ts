import t from 'tap';
import { stirEntropy } from '../../../runtime/kernel/entropy.js';

t.test('bytes are mixed in, or the call that is not permitted is named', async (t) => {
  try {
    stirEntropy(Buffer.from('some bytes'));
    t.pass('mixed in');
  } catch (error) {
    t.match(error, { name: 'SystemCallError', call: 'ioctl' });
  }
});
