import fc from 'fast-check';
import t from 'tap';
import { readAnswers } from '../../../../tutorials/runner/checks/read-answers.js';

t.test('answers stand behind the last equals sign, or behind answer:', async (t) => {
  const text = '# a = b\n\nHow many lines say ret = 0? = 2\nopen =\nplain text\nanswer: B\n答案：c\n';
  t.same(readAnswers(text), ['2', '', 'B', 'c']);
  t.same(readAnswers('`ret = 0` 的行数＝　２\n'), ['2'], 'as Chinese input methods write it');
});

t.test('any text can be read', async () => {
  fc.assert(
    fc.property(fc.string(), (text) => readAnswers(text).every((answer) => answer === answer.trim())),
  );
});
