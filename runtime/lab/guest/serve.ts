import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Duplex } from 'node:stream';
import { constants } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { encodeFrame, frameParser, frameTypes, type Frame } from '../protocol/frames.js';
import {
  decodeResumed,
  decodeSessionRequest,
  encodeMessage,
  type Hello,
  type SessionEnd,
  type SessionRequest,
} from '../protocol/messages.js';
import { IncomingStream, OutgoingStream, streamNumbers } from '../protocol/streams.js';
import type { Program } from './programs.js';
import type { Resumed } from '../protocol/messages.js';

/** What the agent does with what it is asked: the guest's side of the line, apart from the line itself. */
export interface AgentActions {
  /** Where sessions run and their files go. */
  readonly cwd: string;
  start(request: SessionRequest): Program;
  resumed(message: Resumed): void;
  hello(): Hello;
}

interface ServedSession {
  readonly request: SessionRequest;
  readonly stdin: IncomingStream;
  readonly stdout: OutgoingStream;
  readonly stderr: OutgoingStream;
  program: Program | undefined;
  /** Paths of the files that have come for it so far. */
  readonly files: Set<string>;
}

/** Serves sessions on the stream until it ends; says hello at once and after each resume. */
export function serve(stream: Duplex, actions: AgentActions): Promise<void> {
  const sessions = new Map<number, ServedSession>();
  const write = (bytes: Uint8Array) => void stream.write(bytes);
  const sayHello = () =>
    write(encodeFrame({ type: frameTypes.hello, session: 0, payload: encodeMessage(actions.hello()) }));

  const receive = (frame: Frame) => {
    if (frame.type === frameTypes.resumed) {
      actions.resumed(decodeResumed(frame.payload));
      sayHello();
    } else if (frame.type === frameTypes.open) {
      sessions.set(frame.session, newSession(frame, write));
    } else {
      const session = sessions.get(frame.session);
      if (session) handle(session, frame);
    }
  };
  const handle = (session: ServedSession, frame: Frame) => {
    switch (frame.type) {
      case frameTypes.file:
        return storeFile(actions.cwd, session.files, frame.payload);
      case frameTypes.start:
        return void run(session, actions)
          .catch((error: unknown): SessionEnd => ({ code: 127, failure: String(error) }))
          .then((end) => {
            sessions.delete(frame.session);
            write(
              encodeFrame({ type: frameTypes.exit, session: frame.session, payload: encodeMessage(end) }),
            );
          });
      case frameTypes.data:
        return session.stdin.receive(frame.payload.subarray(1));
      case frameTypes.credit:
        return streamOf(session, frame.payload[0]).grant(Buffer.from(frame.payload).readUInt32LE(1));
      case frameTypes.signal:
        return sendSignal(session, Buffer.from(frame.payload).toString());
      case frameTypes.resize: {
        const size = Buffer.from(frame.payload);
        return session.program?.resize?.(size.readUInt16LE(0), size.readUInt16LE(2));
      }
    }
  };

  const parse = frameParser();
  stream.on('data', (chunk: Buffer) => {
    for (const frame of parse(chunk)) receive(frame);
  });
  sayHello();
  return new Promise((end) => stream.once('close', end));
}

function newSession(frame: Frame, write: (bytes: Uint8Array) => void): ServedSession {
  return {
    request: decodeSessionRequest(frame.payload),
    stdin: new IncomingStream(write, frame.session, streamNumbers.stdin),
    stdout: new OutgoingStream(write, frame.session, streamNumbers.stdout),
    stderr: new OutgoingStream(write, frame.session, streamNumbers.stderr),
    program: undefined,
    files: new Set(),
  };
}

/** Runs a session's program to its end: resolves when it ended and all its output is on the line. */
async function run(session: ServedSession, actions: AgentActions): Promise<SessionEnd> {
  const program = actions.start(session.request);
  session.program = program;
  // A program that does not read its input may close it at any time.
  program.stdin.on('error', () => undefined);
  session.stdin.pipe(program.stdin);
  const outputs = [relay(program.stdout, session.stdout)];
  if (program.stderr) outputs.push(relay(program.stderr, session.stderr));
  const code = await program.ended;
  await Promise.race([Promise.all(outputs), quiet([session.stdout, session.stderr])]);
  return { code };
}

/** Resolves when all of the output is on the line. */
function relay(output: Program['stdout'], outgoing: OutgoingStream): Promise<void> {
  output.on('error', () => undefined);
  return new Promise((done) => {
    output.once('close', () => outgoing.end());
    outgoing.once('finish', done);
    output.pipe(outgoing, { end: false });
  });
}

/** Resolves when nothing came for a while: a child left in the background may keep the output open for ever. */
async function quiet(outputs: readonly OutgoingStream[]): Promise<void> {
  for (let sent = -1; ;) {
    const now = outputs.reduce((sum, { bytesSent }) => sum + bytesSent, 0);
    if (now === sent && outputs.every(({ writableLength }) => writableLength === 0)) return;
    sent = now;
    await setTimeout(250, undefined, { ref: false });
  }
}

function streamOf(session: ServedSession, number: number | undefined): OutgoingStream {
  return number === streamNumbers.stderr ? session.stderr : session.stdout;
}

function sendSignal(session: ServedSession, name: string): void {
  if (isSignal(name)) session.program?.signal(name);
}

function isSignal(name: string): name is NodeJS.Signals {
  return Object.hasOwn(constants.signals, name);
}

function storeFile(cwd: string, stored: Set<string>, payload: Uint8Array): void {
  const bytes = Buffer.from(payload);
  const end = 2 + bytes.readUInt16LE(0);
  const path = resolve(cwd, bytes.toString('utf8', 2, end));
  if (!path.startsWith(cwd + sep)) return;
  mkdirSync(dirname(path), { recursive: true });
  // Programs may be among them.
  const mode = 0o755;
  // A file comes in parts; one of an earlier session is not to be added to.
  if (stored.has(path)) appendFileSync(path, bytes.subarray(end), { mode });
  else writeFileSync(path, bytes.subarray(end), { mode });
  stored.add(path);
}
