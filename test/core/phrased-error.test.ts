import t from 'tap';
import { message } from '../../core/message.js';
import { PhrasedError } from '../../core/phrased-error.js';

t.test('a reason is English for programs and a phrase for other sentences', async (t) => {
  const phrase = message`it has ${2} bytes`;
  const error = new PhrasedError(phrase);
  t.equal(error.message, 'it has 2 bytes');
  t.equal(error.phrase, phrase);
});
