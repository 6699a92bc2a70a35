import * as fc from 'fast-check';
import t from 'tap';
import type { Phrase } from '../../core/message.js';
import { stringTable } from '../../core/string-table.js';
import { cpuTimeOf } from '../fixtures/cpu-time.js';

const fail = (reason: Phrase) => new TypeError(String(reason));
const table = (text: string) => stringTable(new TextEncoder().encode(text), fail);

t.test('finds strings by offset, tails of strings too', async (t) => {
  const at = table('\0unlink\0exit\0');
  t.equal(at(0), '');
  t.equal(at(1), 'unlink');
  t.equal(at(3), 'link');
  t.equal(at(8), 'exit');
});

t.test('decodes UTF-8, whatever stands before it', async (t) => {
  const at = table('é\0删除\0\u{feff}x\0');
  t.equal(at(0), 'é');
  t.equal(at(3), '删除');
  t.equal(at(3), '删除');
  t.equal(at(10), '\u{feff}x');
});

t.test('keeps offsets right behind bytes that are not UTF-8', async (t) => {
  const at = stringTable(Uint8Array.of(0xff, 0, 0x61, 0), fail);
  t.equal(at(0), '\ufffd');
  t.equal(at(2), 'a');
});

t.test('refuses offsets outside and strings without an end', async (t) => {
  const at = table('ab\0cd');
  t.throws(() => at(5), { name: 'TypeError', message: 'string 5: the string table ends at 5' });
  t.throws(() => at(3), { message: 'string 3: has no end' });
  t.throws(() => at(-1), TypeError);
  t.throws(() => at(0.5), TypeError);
  t.throws(() => stringTable(new Uint8Array(0), fail)(0), TypeError);
});

t.test('reads one long string from each of its offsets without growing slow', async (t) => {
  const length = 200_000;
  let sum = 0;
  const took = cpuTimeOf(() => {
    const at = table(`${'a'.repeat(length)}\0`);
    for (let offset = 0; offset < length; offset++) sum += at(offset).length;
  });
  t.equal(sum, (length * (length + 1)) / 2);
  t.ok(took < 1000, `${took} ms`);
});

t.test('refuses strings that overlap without bounds, where each must be decoded', async (t) => {
  const at = table(`é${'a'.repeat(100_000)}\0`);
  t.throws(() => {
    for (let offset = 0; offset < 100_000; offset++) at(offset);
  }, /^string \d+: the strings overlap too much$/);
});

t.test('gives every string back that was put in', async () => {
  const text = fc.string({ unit: 'binary' }).filter((each) => !/[\0\p{Cs}]/u.test(each));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (strings) => {
      const at = table(strings.map((each) => `${each}\0`).join(''));
      let offset = 0;
      return strings.every((each) => {
        const found = at(offset) === each;
        offset += new TextEncoder().encode(each).length + 1;
        return found;
      });
    }),
  );
});
