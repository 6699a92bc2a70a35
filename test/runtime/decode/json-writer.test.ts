import t from 'tap';
import { eventType, eventTypeOf } from '../../../runtime/decode/event-type.js';
import { jsonWriterFor, type JsonLineOptions } from '../../../runtime/decode/json-writer.js';
import { ShortRecordError } from '../../../runtime/decode/short-record.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { takeText, textSink } from '../../../runtime/decode/text-sink.js';
import type { EventType } from '../../../runtime/decode/types.js';
import { variableOf } from '../../fixtures/objects/variables.js';
import { text, typeOf, u32 } from '../../fixtures/shapes.js';

function line(type: EventType, bytes: Uint8Array, options?: JsonLineOptions): string {
  const sink = textSink(8);
  const error = jsonWriterFor(type, options)(sink, sourceOf(bytes), 0, bytes.length, '1.000000001');
  return error ? error.message : Buffer.from(takeText(sink)).toString();
}

t.test('writes one object a line, the time first, then fields as they were declared', async (t) => {
  const { btf, typeId, bytes } = variableOf('events', 'event');
  t.equal(
    line(eventTypeOf(btf, typeId, new Map([['address', 'ipv4']])), bytes),
    '{"time":1.000000001,"pid":4711,"state":"SLEEPING","access":"EXEC","unnamed_access":"READ|EXEC|0x10",' +
      '"unnamed_state":9,"at":{"x":3,"y":-4},"path":[{"x":1,"y":2},{"x":3,"y":4}],"grid":[[1,2,3],[4,5,6]],' +
      '"names":["abc","four"],"address":"10.0.0.1","octets":[10,0,0,1],' +
      '"peer":{"port":4660,"mac":[82,84,0,18,52,86]},"address6":[32,1,13,184,0,0,0,0,0,0,0,0,0,0,0,1],' +
      '"pointer":"0xffffffff81000000","next":"0x0","took":1234567,"ret":-2,"nothing":{},' +
      '"comm":"ssh \\"\\\\\\nä\\\\xff"}\n',
  );
});

t.test('writes numbers with all their digits', async (t) => {
  const { btf, typeId, bytes } = variableOf('events.be', 'numbers');
  t.equal(
    line(eventTypeOf(btf, typeId), bytes),
    '{"time":1.000000001,"tiny":-128,"byte":255,"half":-32768,"unsigned_half":65535,"whole":-2147483648,' +
      '"unsigned_whole":4294967295,"wide":-9223372036854775808,"unsigned_wide":18446744073709551615,' +
      '"huge":-1267650600228229401496703205376,"unsigned_huge":170141183460469231731687303715884105733,' +
      '"yes":true,"no":false,"single":1.1,"twice":-0.1}\n',
  );
});

t.test('what is no struct stands under value', async (t) => {
  t.equal(
    line(eventType('u32', true, u32), new Uint8Array([1, 0, 0, 0])),
    '{"time":1.000000001,"value":1}\n',
  );
  t.equal(line(typeOf({}), new Uint8Array()), '{"time":1.000000001}\n', 'an empty struct');
});

t.test('the time gives way to a field of its name', async (t) => {
  t.match(line(typeOf({ time: u32 }), new Uint8Array([5, 0, 0, 0])), '{"timestamp":1.000000001,"time":5}');
});

t.test('constants stand behind the time', async (t) => {
  const options = { constants: { type: 'exéc' } };
  t.equal(line(typeOf({ a: u32 }), new Uint8Array(4), options), '{"time":1.000000001,"type":"exéc","a":0}\n');
});

t.test('a short record writes nothing', async (t) => {
  const sink = textSink();
  const write = jsonWriterFor(typeOf({ a: u32, comm: text(4), b: u32 }));
  const error = write(sink, sourceOf(new Uint8Array(9)), 0, 9, '0');
  t.type(error, ShortRecordError);
  t.equal(error?.message, "decode struct event: a record of 9 bytes: field 'b' ends at 12");
  t.equal(sink.at, 0);
});

t.test('each line has the time it is given', async (t) => {
  const sink = textSink();
  const write = jsonWriterFor(typeOf({}));
  for (const time of ['1', '1', '2']) write(sink, sourceOf(new Uint8Array()), 0, 0, time);
  t.equal(Buffer.from(takeText(sink)).toString(), '{"time":1}\n{"time":1}\n{"time":2}\n');
});
