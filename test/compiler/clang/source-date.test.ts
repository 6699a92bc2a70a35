import t from 'tap';
import { dateFlags, sourceDate } from '../../../compiler/clang/source-date.js';

t.test('SOURCE_DATE_EPOCH is read as seconds since 1970', async (t) => {
  t.equal(sourceDate({}), undefined);
  t.equal(sourceDate({ SOURCE_DATE_EPOCH: '' }), undefined);
  t.equal(sourceDate({ SOURCE_DATE_EPOCH: '1700000000' })?.toISOString(), '2023-11-14T22:13:20.000Z');
  t.equal(sourceDate({ SOURCE_DATE_EPOCH: '0' })?.getTime(), 0);
});

t.test('what is no number of seconds is a usage error', async (t) => {
  for (const text of ['now', '-1', '1.5', '253402300800', '9'.repeat(30), '0x10']) {
    t.throws(() => sourceDate({ SOURCE_DATE_EPOCH: text }), {
      code: 'usage',
      message: `read SOURCE_DATE_EPOCH: '${text}' is no number of seconds since 1970 up to 253402300799`,
    });
  }
});

t.test('the macros tell that moment in the form of C', async (t) => {
  t.same(dateFlags(undefined), []);
  t.same(dateFlags(new Date('2024-03-05T06:07:08Z')), [
    '-Wno-builtin-macro-redefined',
    '-D__DATE__="Mar  5 2024"',
    '-D__TIME__="06:07:08"',
    '-D__TIMESTAMP__="Tue Mar  5 06:07:08 2024"',
  ]);
});
