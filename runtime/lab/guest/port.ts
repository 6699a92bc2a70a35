import { openSync, read, readdirSync, readFileSync, write } from 'node:fs';
import { Duplex } from 'node:stream';
import { portName } from '../protocol/frames.js';

const ports = '/sys/class/virtio-ports';

/** Path of the port's device; `undefined` while its driver is not there yet. */
export function findPort(directory = ports): string | undefined {
  const found = namesIn(directory).find((port) => nameOf(`${directory}/${port}`) === portName);
  return found === undefined ? undefined : `/dev/${found}`;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function nameOf(port: string): string | undefined {
  try {
    return readFileSync(`${port}/name`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * A character device as a stream. Node has no stream for these, since epoll's readiness is not asked of them: reads
 * and writes wait on the thread pool instead. Ends when the other side hangs up.
 */
export class PortStream extends Duplex {
  readonly #fd: number;

  constructor(path: string) {
    super({ allowHalfOpen: false });
    this.#fd = openSync(path, 'r+');
  }

  override _read(size: number): void {
    read(this.#fd, Buffer.allocUnsafe(size), 0, size, null, (error, count, buffer) => {
      if (error) this.destroy(error);
      else this.push(count > 0 ? buffer.subarray(0, count) : null);
    });
  }

  override _write(bytes: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    write(this.#fd, bytes, 0, bytes.length, null, (error, count) => {
      if (error) done(error);
      else if (count < bytes.length) this._write(bytes.subarray(count), _encoding, done);
      else done();
    });
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'buffer', done);
  }
}
