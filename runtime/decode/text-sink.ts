/**
 * Bytes of text that grow at the end. Writers put bytes at `at` themselves, after {@link reserve}: this is the path
 * that each event goes through, and it allocates nothing for one.
 */
export interface TextSink {
  bytes: Buffer;
  /** The same memory. */
  view: DataView;
  /** Bytes written. */
  at: number;
}

/** An empty sink with room for `size` bytes to begin with. */
export function textSink(size = 64 * 1024): TextSink {
  return { ...memoryOf(size), at: 0 };
}

function memoryOf(size: number): Pick<TextSink, 'bytes' | 'view'> {
  const bytes = Buffer.allocUnsafeSlow(size);
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** Makes room for `count` more bytes. */
export function reserve(sink: TextSink, count: number): void {
  if (sink.at + count > sink.bytes.length) grow(sink, count);
}

function grow(sink: TextSink, count: number): void {
  const memory = memoryOf(Math.max(sink.bytes.length * 2, sink.at + count));
  memory.bytes.set(sink.bytes.subarray(0, sink.at));
  Object.assign(sink, memory);
}

/**
 * Gives what was written and empties the sink. The bytes are the caller's: a stream may keep them until it has
 * written them.
 */
export function takeText(sink: TextSink): Uint8Array {
  const taken = sink.bytes.subarray(0, sink.at);
  Object.assign(sink, memoryOf(sink.bytes.length));
  sink.at = 0;
  return taken;
}

/** Writes text that is ASCII alone. */
export function writeAscii(sink: TextSink, text: string): void {
  reserve(sink, text.length);
  for (let index = 0; index < text.length; index++) sink.bytes[sink.at++] = text.charCodeAt(index);
}

/** Writes any text, as UTF-8. */
export function writeUtf8(sink: TextSink, text: string): void {
  // A code unit takes at most three bytes.
  reserve(sink, text.length * 3);
  sink.at += sink.bytes.write(text, sink.at);
}

/** Writes bytes as they are; for the short ones that stand between values. */
export function writeBytes(sink: TextSink, bytes: Uint8Array): void {
  const { length } = bytes;
  reserve(sink, length);
  for (let index = 0; index < length; index++) sink.bytes[sink.at + index] = bytes[index] ?? 0;
  sink.at += length;
}
