import t from 'tap';
import { decoderFor } from '../../../runtime/decode/decoder.js';
import { eventType } from '../../../runtime/decode/event-type.js';
import { fieldPaths, selectFields } from '../../../runtime/decode/select-fields.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { record, typeOf, u8 } from '../../fixtures/shapes.js';

const type = typeOf({ pid: u8, peer: record({ port: u8, mark: u8 }), uid: u8 });

t.test('keeps the fields that are named, in that order', async (t) => {
  const decode = decoderFor(selectFields(type, 'uid, peer.mark,pid,uid'));
  const decoded = decode(sourceOf(new Uint8Array([1, 2, 3, 4])), 0, 4);
  t.same(decoded, { uid: 4, 'peer.mark': 3, pid: 1 });
  t.same(Object.keys(decoded ?? {}), ['uid', 'peer.mark', 'pid']);
  t.same(decoderFor(selectFields(type, 'peer'))(sourceOf(new Uint8Array(4)), 0, 4), {
    peer: { port: 0, mark: 0 },
  });
});

t.test('still wants whole records', async (t) => {
  t.type(decoderFor(selectFields(type, 'pid'))(sourceOf(new Uint8Array(2)), 0, 2), Error);
});

t.test('names the nearest field', async (t) => {
  const refuse = (list: string) => () => selectFields(type, list);
  t.throws(refuse('pids'), {
    code: 'usage',
    message: "select field 'pids': struct event has no such field",
    cure: 'did you mean pid',
  });
  t.throws(refuse('peer.prt'), { code: 'usage', cure: 'did you mean peer.port' });
  t.throws(refuse('pid.x'), { code: 'usage' });
  t.throws(refuse('quite.different'), { code: 'usage', cure: 'it has pid, peer, peer.port, peer.mark, uid' });
  t.throws(refuse(' , '), { message: 'select fields: none is named' });
});

t.test('what is no struct has the field value', async (t) => {
  t.same(decoderFor(selectFields(eventType('u8', true, u8), 'value'))(sourceOf(new Uint8Array([7])), 0, 1), {
    value: 7,
  });
  t.same(fieldPaths(record({ a: record({ b: u8 }) })), ['a', 'a.b']);
});
