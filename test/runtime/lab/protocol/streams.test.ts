import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import t from 'tap';
import { frameParser } from '../../../../runtime/lab/protocol/frames.js';
import { IncomingStream, initialCredit, OutgoingStream } from '../../../../runtime/lab/protocol/streams.js';

/** Both ends of a stream, joined by a line that takes its time. */
function joined() {
  const [toIncoming, toOutgoing] = [frameParser(), frameParser()];
  const outgoing: OutgoingStream = new OutgoingStream(
    (bytes) => {
      const frames = toIncoming(bytes);
      globalThis.setImmediate(() => {
        for (const { payload } of frames) incoming.receive(payload.subarray(1));
      });
    },
    1,
    1,
  );
  const incoming: IncomingStream = new IncomingStream(
    (bytes) => {
      const frames = toOutgoing(bytes);
      globalThis.setImmediate(() => {
        for (const { payload } of frames) outgoing.grant(Buffer.from(payload).readUInt32LE(1));
      });
    },
    1,
    1,
  );
  return { outgoing, incoming };
}

t.test('ten times more bytes than fit under way arrive whole and in order', async (t) => {
  const { outgoing, incoming } = joined();
  const sent = Buffer.alloc(initialCredit * 10, 'some text that is not the same everywhere ');
  const received = buffer(incoming);
  outgoing.end(sent);
  t.ok(sent.equals(await received));
  t.equal(outgoing.bytesSent, sent.length);
});

t.test('a sender whose reader does not read stops, and goes on when it does', async (t) => {
  const { outgoing, incoming } = joined();
  const written = new Promise<void>((done) => outgoing.write(Buffer.alloc(initialCredit * 4), () => done()));
  for (let turn = 0; turn < 100; turn++) await setImmediate();
  t.ok(outgoing.bytesSent <= initialCredit * 2, `${outgoing.bytesSent} bytes sent`);
  incoming.resume();
  await written;
  t.equal(outgoing.bytesSent, initialCredit * 4);
});

t.test('the end of a stream arrives', async (t) => {
  const { outgoing, incoming } = joined();
  const ended = once(incoming, 'end');
  incoming.resume();
  outgoing.end();
  await ended;
  t.pass('ended');
});

t.test('a sender that does not keep to its room is refused', async (t) => {
  const incoming = new IncomingStream(() => undefined, 1, 1);
  t.throws(() => incoming.receive(new Uint8Array(initialCredit + 1)), { code: 'tool-missing' });
});

t.test('what nobody wants any more does not hold the sender up', async (t) => {
  const { outgoing, incoming } = joined();
  incoming.destroy();
  await new Promise<void>((done) => outgoing.write(Buffer.alloc(initialCredit * 3), () => done()));
  t.equal(outgoing.bytesSent, initialCredit * 3);
});
