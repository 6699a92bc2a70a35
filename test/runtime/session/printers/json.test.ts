import t from 'tap';
import { batchOf, person, printed, quarterToThree, streamOf } from '../../../fixtures/batches.js';
import { text, typeOf } from '../../../fixtures/shapes.js';

const events = streamOf('events');
const seconds = (quarterToThree / 1000).toFixed(3);
const form = 'json';

t.test('an event is one line, the time first', async (t) => {
  const { text } = await printed([events], [batchOf(events, [person(1, 'a"b')])], { form });
  t.equal(text, `{"time":${seconds},"pid":1,"comm":"a\\"b"}\n`);
});

t.test('of several streams each line has the name of its own', async (t) => {
  const other = streamOf('oth"er', typeOf({ stream: text(4) }));
  const batches = [batchOf(events, [person(1, 'a')]), batchOf(other, [Buffer.from('abc\0')])];
  const { text: lines } = await printed([events, other], batches, { form });
  t.equal(
    lines,
    `{"time":${seconds},"stream":"events","pid":1,"comm":"a"}\n` +
      `{"time":${seconds},"stream_name":"oth\\"er","stream":"abc"}\n`,
  );
});

t.test('chosen fields alone, in the wished order', async (t) => {
  const { text } = await printed([events], [batchOf(events, [person(1, 'a')])], {
    form,
    selection: { fields: 'comm,pid' },
  });
  t.equal(text, `{"time":${seconds},"comm":"a","pid":1}\n`);
});

t.test('each line has the time of its batch', async (t) => {
  const one = [person(1, 'a')];
  const { writes } = await printed([events], [batchOf(events, one, 1000), batchOf(events, one, 2000)], {
    form,
  });
  t.match(writes, [/^\{"time":1\.000,/, /^\{"time":2\.000,/]);
});
