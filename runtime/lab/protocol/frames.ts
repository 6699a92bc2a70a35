import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

/** Name of the virtio-serial port that carries the line into the guest. */
export const portName = 'tsecc';

/**
 * One message between a lab's owner and its guest: what it is, which session it belongs to (0: the lab itself), and
 * its bytes. On the wire: type (u8), session (u32), length (u32), payload; little endian.
 */
export interface Frame {
  readonly type: number;
  readonly session: number;
  readonly payload: Uint8Array;
}

/** What a frame can be. Numbers are part of the snapshot's format: changing one asks for a new format number. */
export const frameTypes = {
  /** guest → host, JSON {@link Hello}: the agent is ready. */
  hello: 1,
  /** host → guest, JSON {@link Resumed}: the snapshot runs again; answered with `hello`. */
  resumed: 2,
  /** host → guest, JSON {@link SessionRequest}: begins a session; files follow, then `start`. */
  open: 3,
  /** host → guest: part of a file: name length (u16), name, bytes; appended. */
  file: 4,
  /** host → guest: all files are there, start the program. */
  start: 5,
  /** both ways: stream number (u8), bytes; no bytes: the stream ended. */
  data: 6,
  /** both ways: stream number (u8), count (u32): the receiver has room for so many bytes more. */
  credit: 7,
  /** host → guest: name of a signal for the session's program. */
  signal: 8,
  /** host → guest: columns (u16), rows (u16) of the terminal. */
  resize: 9,
  /** guest → host, JSON {@link SessionEnd}: the program ended and all its output has been sent. */
  exit: 10,
} as const;

/** The longest payload; longer data is cut into several frames so that sessions share the line fairly. */
export const maxPayload = 64 * 1024;
const headerSize = 9;

/** A frame as bytes. The payload must not be longer than {@link maxPayload}. */
export function encodeFrame(frame: Frame): Uint8Array {
  const bytes = Buffer.allocUnsafe(headerSize + frame.payload.length);
  bytes.writeUInt8(frame.type, 0);
  bytes.writeUInt32LE(frame.session, 1);
  bytes.writeUInt32LE(frame.payload.length, 5);
  bytes.set(frame.payload, headerSize);
  return bytes;
}

/**
 * A parser that is fed chunks as they come and gives the frames they complete. Holds at most one frame; throws
 * `tool-missing` at the first frame that is unknown or too long, since the line has no way back into step.
 */
export function frameParser(): (chunk: Uint8Array) => Frame[] {
  const known = new Set<number>(Object.values(frameTypes));
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    let bytes = rest.length ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    const frames: Frame[] = [];
    while (bytes.length >= headerSize) {
      const type = bytes.readUInt8(0);
      const length = bytes.readUInt32LE(5);
      if (!known.has(type) || length > maxPayload) {
        throw new TseccError(
          'tool-missing',
          message`talk to the lab: frame of type ${type} with ${length} bytes`,
        );
      }
      if (bytes.length < headerSize + length) break;
      frames.push({
        type,
        session: bytes.readUInt32LE(1),
        payload: bytes.subarray(headerSize, headerSize + length),
      });
      bytes = bytes.subarray(headerSize + length);
    }
    // A copy, so that a few left bytes do not hold a whole chunk.
    rest = Buffer.from(bytes);
    return frames;
  };
}
