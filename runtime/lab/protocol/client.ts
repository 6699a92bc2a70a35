import type { Duplex } from 'node:stream';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { encodeFrame, frameParser, frameTypes, maxPayload, type Frame } from './frames.js';
import {
  decodeHello,
  decodeSessionEnd,
  encodeMessage,
  type Hello,
  type Resumed,
  type SessionEnd,
  type SessionRequest,
} from './messages.js';
import { IncomingStream, OutgoingStream, streamNumbers } from './streams.js';

/** One program that runs in the guest, seen from outside. */
export interface Session {
  readonly stdin: OutgoingStream;
  readonly stdout: IncomingStream;
  readonly stderr: IncomingStream;
  /** Resolves when the program ended; all its output has been received then. Rejects when the lab is lost. */
  readonly ended: Promise<SessionEnd>;
  signal(name: string): void;
  resize(columns: number, rows: number): void;
}

/** The host's end of the line to a guest's agent. */
export interface LabClient {
  /** The next hello of the agent. Rejects when the lab is lost. */
  hello(): Promise<Hello>;
  /** Tells the agent that its snapshot runs again. */
  resumed(message: Resumed): void;
  open(request: SessionRequest, files?: Readonly<Record<string, Uint8Array>>): Session;
  /** Gets the frames of sessions that somebody else opened, for instance a relay; `undefined` takes it off. */
  forward(session: number, receiver: ((frame: Frame) => void) | undefined): void;
  send(frame: Frame): void;
  /** A session number not in use. */
  newSession(): number;
}

interface LiveSession extends Session {
  readonly end: (end: SessionEnd) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Speaks with a lab's agent, or with the relay of a running lab, over an open stream. The lab is lost when `lost` says
 * so, with its error; by default when the stream closes.
 */
export function connectClient(stream: Duplex, lost: Promise<Error> = closeOf(stream)): LabClient {
  const sessions = new Map<number, LiveSession>();
  const forwarded = new Map<number, (frame: Frame) => void>();
  const greeters: { resolve: (hello: Hello) => void; reject: (error: Error) => void }[] = [];
  let pendingHello: Hello | undefined;
  let failure: Error | undefined;
  let next = 1;

  const write = (bytes: Uint8Array) => {
    if (!failure && stream.writable) stream.write(bytes);
  };
  const fail = (error: Error) => {
    failure ??= error;
    for (const session of sessions.values()) session.fail(failure);
    sessions.clear();
    for (const greeter of greeters.splice(0)) greeter.reject(failure);
  };
  const receive = (frame: Frame) => {
    if (frame.type === frameTypes.hello) {
      const hello = decodeHello(frame.payload);
      const greeter = greeters.shift();
      if (greeter) greeter.resolve(hello);
      else pendingHello = hello;
      return;
    }
    const forward = forwarded.get(frame.session);
    if (forward) return forward(frame);
    const session = sessions.get(frame.session);
    if (session && deliver(session, frame)) sessions.delete(frame.session);
  };

  const parse = frameParser();
  stream.on('data', (chunk: Buffer) => {
    try {
      for (const frame of parse(chunk)) receive(frame);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
      stream.destroy();
    }
  });
  stream.on('error', () => undefined);
  void lost.then(fail);

  return {
    hello() {
      const hello = pendingHello;
      pendingHello = undefined;
      if (hello) return Promise.resolve(hello);
      if (failure) return Promise.reject(failure);
      return new Promise((resolve, reject) => greeters.push({ resolve, reject }));
    },
    resumed: (message) =>
      write(encodeFrame({ type: frameTypes.resumed, session: 0, payload: encodeMessage(message) })),
    open(request, files = {}) {
      const id = next++;
      const session = newSession(write, id);
      if (failure) session.fail(failure);
      else sessions.set(id, session);
      write(encodeFrame({ type: frameTypes.open, session: id, payload: encodeMessage(request) }));
      for (const frame of fileFrames(id, files)) write(encodeFrame(frame));
      write(encodeFrame({ type: frameTypes.start, session: id, payload: new Uint8Array() }));
      return session;
    },
    forward(session, receiver) {
      if (receiver) forwarded.set(session, receiver);
      else forwarded.delete(session);
    },
    send: (frame) => write(encodeFrame(frame)),
    newSession: () => next++,
  };
}

function closeOf(stream: Duplex): Promise<Error> {
  return new Promise((resolve) => {
    stream.once('close', () => resolve(new TseccError('tool-missing', message`talk to the lab: it is gone`)));
  });
}

function newSession(write: (bytes: Uint8Array) => void, id: number): LiveSession {
  let end!: (end: SessionEnd) => void;
  let reject!: (error: Error) => void;
  const ended = new Promise<SessionEnd>((resolve, fail) => {
    end = resolve;
    reject = fail;
  });
  // Whoever is interested awaits it; a session nobody waits for must not end the process.
  ended.catch(() => undefined);
  const stdout = new IncomingStream(write, id, streamNumbers.stdout);
  const stderr = new IncomingStream(write, id, streamNumbers.stderr);
  const send = (type: number, payload: Uint8Array) => write(encodeFrame({ type, session: id, payload }));
  return {
    stdin: new OutgoingStream(write, id, streamNumbers.stdin),
    stdout,
    stderr,
    ended,
    end,
    fail(error) {
      reject(error);
      stdout.push(null);
      stderr.push(null);
    },
    signal: (name) => send(frameTypes.signal, Buffer.from(name)),
    resize: (columns, rows) => send(frameTypes.resize, encodeSize(columns, rows)),
  };
}

/** Gives a frame to its session; true when it was the last one. */
function deliver(session: LiveSession, frame: Frame): boolean {
  if (frame.type === frameTypes.exit) {
    session.stdout.push(null);
    session.stderr.push(null);
    session.end(decodeSessionEnd(frame.payload));
    return true;
  }
  const [number] = frame.payload;
  if (frame.type === frameTypes.data) {
    const stream = number === streamNumbers.stderr ? session.stderr : session.stdout;
    if (frame.payload.length > 1) stream.receive(frame.payload.subarray(1));
  } else if (frame.type === frameTypes.credit && frame.payload.length === 5) {
    session.stdin.grant(Buffer.from(frame.payload).readUInt32LE(1));
  }
  return false;
}

function encodeSize(columns: number, rows: number): Uint8Array {
  const payload = Buffer.alloc(4);
  payload.writeUInt16LE(columns & 0xffff, 0);
  payload.writeUInt16LE(rows & 0xffff, 2);
  return payload;
}

function* fileFrames(session: number, files: Readonly<Record<string, Uint8Array>>): Generator<Frame> {
  for (const [name, bytes] of Object.entries(files)) {
    const encoded = Buffer.from(name);
    const head = Buffer.alloc(2 + encoded.length);
    head.writeUInt16LE(encoded.length, 0);
    head.set(encoded, 2);
    const room = maxPayload - head.length;
    for (let at = 0; at === 0 || at < bytes.length; at += room) {
      const payload = Buffer.concat([head, bytes.subarray(at, at + room)]);
      yield { type: frameTypes.file, session, payload };
    }
  }
}
