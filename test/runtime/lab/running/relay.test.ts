import { statSync } from 'node:fs';
import { join } from 'node:path';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { connectClient } from '../../../../runtime/lab/protocol/client.js';
import { encodeFrame, frameParser, frameTypes, type Frame } from '../../../../runtime/lab/protocol/frames.js';
import { encodeMessage } from '../../../../runtime/lab/protocol/messages.js';
import { joinLab, serveRelay } from '../../../../runtime/lab/running/relay.js';

/** A lab's client, its guest as a list of frames, and what the guest says. */
function guest() {
  const [near, far] = duplexPair();
  const frames: Frame[] = [];
  const parse = frameParser();
  let wake = (): void => undefined;
  far.on('data', (chunk: Buffer) => {
    frames.push(...parse(chunk));
    wake();
  });
  const say = (type: number, session: number, payload: Uint8Array) =>
    void far.write(encodeFrame({ type, session, payload }));
  const next = async (type: number): Promise<Frame> => {
    for (;;) {
      const found = frames.findIndex((frame) => frame.type === type);
      const [frame] = found < 0 ? [] : frames.splice(found, 1);
      if (frame) return frame;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { client: connectClient(near), say, next, frames };
}

t.test('who joins gets sessions of his own in the same guest', async (t) => {
  const directory = t.testdir();
  const { client, say, next } = guest();
  const own = client.open({ kind: 'tsecli', argv: [], env: {} });
  t.equal((await next(frameTypes.open)).session, 1);
  await using _relay = await serveRelay(directory, client, { kernelRelease: '6.1' });
  t.equal(statSync(join(directory, 'socket')).mode & 0o777, 0o600);

  using joined = await joinLab(directory);
  t.equal(joined.kernelRelease, '6.1');
  const session = joined.client.open({ kind: 'exec', argv: ['ls'], env: {} });
  const { session: number } = await next(frameTypes.open);
  t.not(number, 1, 'not the session of the owner');
  say(frameTypes.data, number, Buffer.concat([Buffer.from([1]), Buffer.from('theirs')]));
  say(frameTypes.data, 1, Buffer.concat([Buffer.from([1]), Buffer.from('ours')]));
  say(frameTypes.exit, number, encodeMessage({ code: 5 }));
  say(frameTypes.exit, 1, encodeMessage({ code: 0 }));
  t.same(await session.ended, { code: 5 });
  t.equal(await text(session.stdout), 'theirs');
  t.equal(await text(own.stdout), 'ours');
});

t.test('who leaves has his programs ended', async (t) => {
  const directory = t.testdir();
  const { client, next } = guest();
  await using _relay = await serveRelay(directory, client, { kernelRelease: '6.1' });
  const joined = await joinLab(directory);
  joined.client.open({ kind: 'shell', argv: [], env: {} });
  const { session } = await next(frameTypes.open);
  joined[Symbol.dispose]();
  const hangUp = await next(frameTypes.signal);
  t.same([hangUp.session, Buffer.from(hangUp.payload).toString()], [session, 'SIGHUP']);
});

t.test('what concerns the lab as a whole is not passed on', async (t) => {
  const directory = t.testdir();
  const { client, next, frames } = guest();
  await using _relay = await serveRelay(directory, client, { kernelRelease: '6.1' });
  using joined = await joinLab(directory);
  joined.client.resumed({ time: 0, entropy: '' });
  joined.client.send({ type: frameTypes.signal, session: 1, payload: Buffer.from('SIGKILL') });
  joined.client.open({ kind: 'exec', argv: ['x'], env: {} });
  await next(frameTypes.start);
  t.notOk(frames.some(({ type }) => type === frameTypes.resumed || type === frameTypes.signal));
});

t.test('a lab that just ended cannot be joined', async (t) => {
  await t.rejects(joinLab(t.testdir()), { code: 'tool-missing', message: 'join lab: it just ended' });
});
