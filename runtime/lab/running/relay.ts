import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { connectClient, type LabClient } from '../protocol/client.js';
import { encodeFrame, frameParser, frameTypes, type Frame } from '../protocol/frames.js';
import { encodeMessage, type Hello } from '../protocol/messages.js';
import { socketPath } from './running-labs.js';

// What somebody who joins may send; the rest concerns the lab as a whole.
const allowed: ReadonlySet<number> = new Set([
  frameTypes.open,
  frameTypes.file,
  frameTypes.start,
  frameTypes.data,
  frameTypes.credit,
  frameTypes.signal,
  frameTypes.resize,
]);

/** Lets other processes of this user join a lab: their sessions are carried through our line to its agent. */
export async function serveRelay(
  directory: string,
  client: LabClient,
  hello: Hello,
): Promise<AsyncDisposable> {
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
    relayConnection(socket, client, hello);
  });
  const at = socketPath(directory);
  server.listen(at.path);
  await once(server, 'listening');
  chmodSync(at.path, 0o600);
  // A lab does not go on living for those who might join.
  server.unref();
  return {
    async [Symbol.asyncDispose]() {
      for (const connection of connections) connection.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
      at[Symbol.dispose]();
    },
  };
}

function relayConnection(socket: Socket, client: LabClient, hello: Hello): void {
  const numbers = new Map<number, number>();
  const send = (frame: Frame) => void (socket.writable && socket.write(encodeFrame(frame)));
  const begin = (theirs: number): number => {
    const ours = client.newSession();
    numbers.set(theirs, ours);
    client.forward(ours, (frame) => {
      send({ ...frame, session: theirs });
      if (frame.type !== frameTypes.exit) return;
      numbers.delete(theirs);
      client.forward(ours, undefined);
    });
    return ours;
  };
  const receive = (frame: Frame) => {
    if (!allowed.has(frame.type)) return;
    const ours = frame.type === frameTypes.open ? begin(frame.session) : numbers.get(frame.session);
    if (ours !== undefined) client.send({ ...frame, session: ours });
  };
  const parse = frameParser();
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const frame of parse(chunk)) receive(frame);
    } catch {
      socket.destroy();
    }
  });
  socket.on('error', () => undefined);
  socket.once('close', () => {
    for (const session of numbers.values()) void hangUp(client, session);
  });
  send({ type: frameTypes.hello, session: 0, payload: encodeMessage(hello) });
}

/** Ends a session whose user went away, as a terminal does. */
async function hangUp(client: LabClient, session: number): Promise<void> {
  client.forward(session, () => undefined);
  for (const name of ['SIGHUP', 'SIGKILL']) {
    client.send({ type: frameTypes.signal, session, payload: Buffer.from(name) });
    await setTimeout(500, undefined, { ref: false });
  }
  client.forward(session, undefined);
}

/** A connection to a lab that another process owns. */
export interface JoinedLab extends Disposable {
  readonly client: LabClient;
  readonly kernelRelease: string;
}

/** Joins a running lab; throws `tool-missing` where it just ended. */
export async function joinLab(directory: string): Promise<JoinedLab> {
  try {
    using at = socketPath(directory);
    const socket = createConnection(at.path);
    await once(socket, 'connect');
    const client = connectClient(socket);
    const { kernelRelease } = await client.hello();
    return { client, kernelRelease, [Symbol.dispose]: () => void socket.destroy() };
  } catch (cause) {
    throw new TseccError('tool-missing', message`join lab: it just ended`, { cause });
  }
}
