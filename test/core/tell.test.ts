import { PassThrough } from 'node:stream';
import t from 'tap';
import { message } from '../../core/message.js';
import { tell } from '../../core/tell.js';

t.test('a line is said in the language of the user, and controls no terminal', async (t) => {
  const stderr = new PassThrough();
  tell({ stderr, translate: (phrase) => `zh:${String(phrase)}` }, message`a ${'\u001b[1m'}`);
  t.match(String(stderr.read()), /^zh:a [^\u001b]+\n$/);
});
