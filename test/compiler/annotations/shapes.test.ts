import t from 'tap';
import {
  anything,
  either,
  flag,
  objectOf,
  oneOf,
  recordOf,
  text,
  textLike,
  wholeNumber,
} from '../../../compiler/annotations/shapes.js';
import { inEnglish } from '../../fixtures/in-english.js';

const sample = objectOf(
  { interval: wholeNumber(1), type: oneOf('log2_hist', 'linear_hist'), clear_map: flag, x: anything },
  ['interval'],
);

t.test('a right value has no problems', async (t) => {
  t.same(sample({ interval: 1, type: 'log2_hist', clear_map: false, x: null, unheard: 1 }, '@sample'), []);
});

t.test('a wrong value is an error that says what it must be', async (t) => {
  t.match(inEnglish(sample({ interval: 0 }, '@sample')), [
    { severity: 'error', text: '"interval" of @sample must be a whole number from 1 on' },
  ]);
  t.match(inEnglish(sample({ interval: 1, type: 'log2_hits' }, '@sample')), [
    { severity: 'error', cure: 'did you mean log2_hist?' },
  ]);
  t.match(sample({ interval: 1, clear_map: 'yes' }, '@sample'), [{ text: /true or false/ }]);
  t.match(inEnglish(sample({}, '@sample')), [
    { severity: 'error', text: '@sample needs the key "interval"' },
  ]);
  t.match(sample([], '@sample'), [{ severity: 'error', text: /must be an object/ }]);
  t.match(sample('x', '@sample'), [{ severity: 'error', text: /must be an object/ }]);
});

t.test('a key that looks misspelt is a warning', async (t) => {
  t.match(inEnglish(sample({ interval: 1, intervall: 2 }, '@sample')), [
    { severity: 'warning', cure: 'did you mean "interval"?' },
  ]);
});

t.test('keys of every object are no checks', async (t) => {
  t.same(sample({ interval: 1, toString: 1 }, '@sample'), []);
});

t.test('texts, records and choices', async (t) => {
  t.same(text('', 'x'), []);
  t.equal(text(1, 'x').length, 1);
  t.match(inEnglish(textLike(/^a$/, 'an a')('b', 'x')), [{ text: 'x must be an a' }]);
  t.same(recordOf(flag)({ a: true }, 'x'), []);
  t.match(inEnglish(recordOf(flag)({ a: 1 }, 'x')), [{ text: '"a" of x must be true or false' }]);
  t.equal(recordOf(flag)(1, 'x').length, 1);
  t.same(either(flag, text)('a', 'x'), []);
  t.match(inEnglish(either(flag, text)(1, 'x')), [{ text: 'x must be text' }]);
});
