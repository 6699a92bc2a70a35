import t from 'tap';
import { findProgram } from '../../../runtime/configure/find-program.js';
import { choiceObject } from '../../fixtures/kernel/choices.js';

t.test('a program is found by name; for any other name the nearest is told', async (t) => {
  t.equal(findProgram(choiceObject, 'raw', '--disable raw').name, 'raw');
  t.throws(() => findProgram(choiceObject, 'prob', '--disable prob'), {
    code: 'usage',
    message: "use --disable prob: the package has no program 'prob'",
    cure: 'did you mean probe?',
  });
  t.throws(() => findProgram(choiceObject, 'xxxxxxx', '--disable xxxxxxx'), {
    message: /xxxxxxx/,
    cure: 'it has probe, entry, one_of_two, two_of_two, raw, dormant',
  });
});
