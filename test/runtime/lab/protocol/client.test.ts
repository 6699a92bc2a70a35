import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { connectClient } from '../../../../runtime/lab/protocol/client.js';
import { encodeFrame, frameParser, frameTypes, type Frame } from '../../../../runtime/lab/protocol/frames.js';
import { encodeMessage } from '../../../../runtime/lab/protocol/messages.js';

/** A client and the frames that reach the other side. */
function connected() {
  const [near, far] = duplexPair();
  const frames: Frame[] = [];
  const parse = frameParser();
  const waiting: (() => void)[] = [];
  far.on('data', (chunk: Buffer) => {
    frames.push(...parse(chunk));
    for (const wake of waiting.splice(0)) wake();
  });
  const send = (type: number, session: number, payload: Uint8Array) =>
    void far.write(encodeFrame({ type, session, payload }));
  const received = async (count: number) => {
    while (frames.length < count) await new Promise<void>((wake) => waiting.push(wake));
    return frames;
  };
  return { client: connectClient(near), near, far, send, received };
}

const data = (number: number, words: string) => Buffer.concat([Buffer.from([number]), Buffer.from(words)]);

t.test('a session sends its request, its files in parts, then the start', async (t) => {
  const { client, received } = connected();
  const big = Buffer.alloc(100_000, 'x');
  client.open({ kind: 'tsecli', argv: ['a'], env: {} }, { 'package.json': big, empty: new Uint8Array() });
  const frames = await received(5);
  t.same(
    frames.map(({ type }) => type),
    [frameTypes.open, frameTypes.file, frameTypes.file, frameTypes.file, frameTypes.start],
  );
  const parts = frames.slice(1, 3).map(({ payload }) => payload.subarray(2 + 'package.json'.length));
  t.ok(Buffer.concat(parts).equals(big));
});

t.test('a session gets its output and its end', async (t) => {
  const { client, send } = connected();
  const session = client.open({ kind: 'exec', argv: ['a'], env: {} });
  send(frameTypes.data, 1, data(1, 'out'));
  send(frameTypes.data, 1, data(2, 'err'));
  send(frameTypes.exit, 1, encodeMessage({ code: 3 }));
  t.same(await session.ended, { code: 3 });
  t.equal(await text(session.stdout), 'out');
  t.equal(await text(session.stderr), 'err');
});

t.test('signals and sizes go to the session', async (t) => {
  const { client, received } = connected();
  const session = client.open({ kind: 'shell', argv: [], env: {} });
  session.signal('SIGINT');
  session.resize(80, 24);
  const frames = await received(4);
  t.equal(Buffer.from(frames[2]?.payload ?? []).toString(), 'SIGINT');
  t.same([...(frames[3]?.payload ?? [])], [80, 0, 24, 0]);
});

t.test('a hello that comes before it is asked for is kept', async (t) => {
  const { client, send } = connected();
  send(frameTypes.hello, 0, encodeMessage({ kernelRelease: '6.1' }));
  await new Promise((done) => setImmediate(done));
  t.same(await client.hello(), { kernelRelease: '6.1' });
});

t.test('frames of forwarded sessions go to their receiver', async (t) => {
  const { client, send } = connected();
  const number = client.newSession();
  const got = new Promise<Frame>((receive) => client.forward(number, receive));
  send(frameTypes.data, number, data(1, 'x'));
  t.equal((await got).session, number);
});

t.test('a line that breaks ends all that waits', async (t) => {
  const { client, near } = connected();
  const session = client.open({ kind: 'exec', argv: ['a'], env: {} });
  const hello = client.hello();
  near.destroy();
  await t.rejects(session.ended, { code: 'tool-missing' });
  await t.rejects(hello, { code: 'tool-missing' });
  await t.rejects(client.open({ kind: 'exec', argv: ['a'], env: {} }).ended, { code: 'tool-missing' });
  await t.rejects(client.hello(), { code: 'tool-missing' });
});

t.test('a guest that talks nonsense is a broken line', async (t) => {
  const { client, far } = connected();
  const session = client.open({ kind: 'exec', argv: ['a'], env: {} });
  far.write(Buffer.alloc(64, 0xff));
  await t.rejects(session.ended, { message: /frame of type 255/ });
});
