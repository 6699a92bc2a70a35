import t from 'tap';
import { learnerAt, styleFor } from '../../../../tutorials/runner/commands/learner.js';
import { keepingIo, learnerIn } from '../../../fixtures/learning.js';

t.test('a learner is who calls from their folder', async (t) => {
  const { learner } = learnerIn(t);
  t.match(learnerAt(learner.io), { folder: learner.folder, language: 'en' });
  t.throws(() => learnerAt(keepingIo().io), { code: 'usage' });
  t.match(styleFor(keepingIo().io), { width: 100, colour: false });
});
