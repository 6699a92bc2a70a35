import { Readable, Writable } from 'node:stream';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { encodeFrame, frameTypes, maxPayload } from './frames.js';

/** Bytes a sender may have under way before the receiver takes them: all that one stream can hold up in memory. */
export const initialCredit = 256 * 1024;

/** Numbers of a session's streams, as in a process. */
export const streamNumbers = { stdin: 0, stdout: 1, stderr: 2 } as const;

type Send = (frame: Uint8Array) => void;

/** A session's stream at its sending end: writes wait while the other end has no room. */
export class OutgoingStream extends Writable {
  readonly #send: Send;
  readonly #session: number;
  readonly #number: number;
  #credit = initialCredit;
  #sent = 0;
  #waiting: { bytes: Uint8Array; done: () => void } | undefined;

  constructor(send: Send, session: number, number: number) {
    super({ decodeStrings: true });
    this.#send = send;
    this.#session = session;
    this.#number = number;
  }

  /** How many bytes are on the line by now. */
  get bytesSent(): number {
    return this.#sent;
  }

  /** The other end has taken so many bytes more. */
  grant(count: number): void {
    this.#credit += count;
    this.#flush();
  }

  override _write(bytes: Uint8Array, _encoding: string, done: () => void): void {
    this.#waiting = { bytes, done };
    this.#flush();
  }

  override _final(done: () => void): void {
    this.#send(dataFrame(this.#session, this.#number, new Uint8Array()));
    done();
  }

  #flush(): void {
    const waiting = this.#waiting;
    if (!waiting || this.destroyed) return;
    while (waiting.bytes.length > 0) {
      const count = Math.min(waiting.bytes.length, this.#credit, maxPayload - 1);
      if (count === 0) return;
      this.#credit -= count;
      this.#sent += count;
      this.#send(dataFrame(this.#session, this.#number, waiting.bytes.subarray(0, count)));
      waiting.bytes = waiting.bytes.subarray(count);
    }
    this.#waiting = undefined;
    waiting.done();
  }
}

/** A session's stream at its receiving end: gives the sender room as its reader takes the bytes. */
export class IncomingStream extends Readable {
  readonly #send: Send;
  readonly #session: number;
  readonly #number: number;
  #held = 0;
  #open = initialCredit;

  constructor(send: Send, session: number, number: number) {
    super({ highWaterMark: initialCredit / 2 });
    this.#send = send;
    this.#session = session;
    this.#number = number;
  }

  /** Takes bytes that came; none: the stream ended. Throws `tool-missing` where the sender had no room for them. */
  receive(bytes: Uint8Array): void {
    this.#open -= bytes.length;
    if (this.#open < 0)
      throw new TseccError('tool-missing', message`talk to the lab: more data came than was asked for`);
    if (this.destroyed) return this.#return(bytes.length);
    this.#held += bytes.length;
    this.push(bytes.length > 0 ? Buffer.from(bytes) : null);
  }

  override _read(): void {
    this.#return(this.#held);
    this.#held = 0;
  }

  #return(count: number): void {
    if (count === 0) return;
    this.#open += count;
    const payload = Buffer.alloc(5);
    payload.writeUInt8(this.#number, 0);
    payload.writeUInt32LE(count, 1);
    this.#send(encodeFrame({ type: frameTypes.credit, session: this.#session, payload }));
  }
}

function dataFrame(session: number, number: number, bytes: Uint8Array): Uint8Array {
  const payload = Buffer.allocUnsafe(bytes.length + 1);
  payload.writeUInt8(number, 0);
  payload.set(bytes, 1);
  return encodeFrame({ type: frameTypes.data, session, payload });
}
