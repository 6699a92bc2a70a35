import { constants } from 'node:os';
import t from 'tap';
import { errnoText } from '../../../../runtime/decode/formats/errno-text.js';

t.test('names errors, negative ones too', async (t) => {
  t.equal(errnoText(2), 'ENOENT');
  t.equal(errnoText(-13), '-EACCES');
  t.equal(errnoText(-512), '-ERESTARTSYS');
  t.equal(errnoText(0), '0');
  t.equal(errnoText(41), '41', 'a gap');
  t.equal(errnoText(4096), '4096');
});

t.test('agrees with this system', { skip: process.platform === 'linux' ? false : 'not Linux' }, async (t) => {
  const twins = new Set(['EWOULDBLOCK', 'ENOTSUP', 'EDEADLOCK']);
  for (const [name, number] of Object.entries(constants.errno)) {
    if (!twins.has(name)) t.equal(errnoText(number), name);
  }
});
