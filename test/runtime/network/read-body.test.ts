import { Readable } from 'node:stream';
import t from 'tap';
import { readBody } from '../../../runtime/network/read-body.js';
import { answerOf } from '../../fixtures/fake-transport.js';

t.test('a body is read up to its limit, whatever is said of its length', async (t) => {
  const pieces: Uint8Array[] = [];
  const onPiece = (piece: Uint8Array) => pieces.push(piece);
  t.same(await readBody(answerOf({ body: 'abc' }), { limit: 3, name: 'x', onPiece }), Buffer.from('abc'));
  t.equal(pieces.length, 1);
  const tooLarge = { code: 'package-invalid', message: 'read x: it is larger than 2 bytes' };
  await t.rejects(readBody(answerOf({ body: 'abc' }), { limit: 2, name: 'x' }), tooLarge);
  const headers = { 'content-length': '3' };
  await t.rejects(readBody(answerOf({ body: 'a', headers }), { limit: 2, name: 'x' }), tooLarge);
});

t.test('a cut is a failure of the network', async (t) => {
  const body = new Readable({
    read() {
      this.destroy(Object.assign(new Error('cut'), { code: 'ECONNRESET' }));
    },
  });
  await t.rejects(readBody({ ...answerOf({}), body }, { limit: 9, name: 'x' }), {
    code: 'unforeseen',
    message: /the connection was cut/,
  });
});
