import t from 'tap';
import { batchOf, person, pipe, printed, streamOf } from '../../../fixtures/batches.js';

const events = streamOf('events');
const other = streamOf('oth\x1ber');
const form = 'raw';

t.test('in a pipe a record is one line of hex digits', async (t) => {
  const batch = batchOf(events, [person(1, 'ab'), Buffer.concat([person(2, 'c'), Buffer.from([255])])]);
  const { text } = await printed([events], [batch], { form });
  t.equal(text, '010000006162000000000000\n020000006300000000000000ff\n');
});

t.test('with several streams the name stands before it', async (t) => {
  const { text } = await printed([events, other], [batchOf(other, [person(1, 'a')])], { form });
  t.equal(text, 'oth\\x1ber 010000006100000000000000\n');
});

t.test('on a terminal it is a dump', async (t) => {
  const screen = { ...pipe, columns: 80 };
  const { text } = await printed([events], [batchOf(events, [person(1, 'ab')])], { form, screen });
  t.match(text, /^14:45:30 events, 12 bytes\n00000000 {2}01 00 00 00 61 62 .*\|\.{4}ab\.{6}\|\n$/);
});
