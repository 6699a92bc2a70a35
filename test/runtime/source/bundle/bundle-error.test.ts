import t from 'tap';
import { message } from '../../../../core/message.js';
import { bundleError } from '../../../../runtime/source/bundle/bundle-error.js';

t.test('what is wrong with a bundle is a sentence, and exit code 7', async (t) => {
  const error = bundleError(message`it holds no package.json`);
  t.equal(error.message, 'open bundle: it holds no package.json');
  t.equal(error.exitCode, 7);
});
