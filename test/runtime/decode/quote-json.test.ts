import * as fc from 'fast-check';
import t from 'tap';
import { quoteJson } from '../../../runtime/decode/quote-json.js';

t.test('nothing that acts on a terminal is left', async (t) => {
  t.equal(quoteJson('a"\x1b\x7f\x9b\u202e中'), '"a\\"\\u001b\\u007f\\u009b\\u202e中"');
});

t.test('stays the same text', async (t) => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => JSON.parse(quoteJson(text)) === text));
  t.pass();
});
