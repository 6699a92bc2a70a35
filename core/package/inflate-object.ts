import { inflateSync, type InflateRaw } from 'node:zlib';
import { packageError } from './package-error.js';
import { message } from '../message.js';

/** What `inflateSync` answers with `info: true`; @types/node knows the buffer only. */
interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: InflateRaw;
}

/**
 * The object in a zlib stream. Memory stays bounded by `size`, the bytes that the manifest promises: a stream that
 * holds more, fewer, or that is followed by anything is refused with `package-invalid`.
 */
export function inflateObject(stream: Uint8Array, size: number): Uint8Array {
  const { buffer, engine } = inflate(stream, size);
  if (buffer.length !== size) {
    throw packageError(
      message`/bpf_object: holds ${buffer.length} bytes, but /bpf_object_size says ${size}`,
      {
        cure: message`the package was changed: get it again`,
      },
    );
  }
  if (engine.bytesWritten !== stream.length) {
    throw packageError(
      message`/bpf_object: ${stream.length - engine.bytesWritten} bytes follow the zlib stream`,
    );
  }
  return buffer;
}

function inflate(stream: Uint8Array, size: number): Inflated {
  try {
    const result: unknown = inflateSync(stream, { maxOutputLength: size, info: true });
    return result as Inflated;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw packageError(message`/bpf_object: inflates to more than the ${size} bytes of /bpf_object_size`, {
        cure: message`do not trust this package`,
        cause,
      });
    }
    if (code === 'Z_BUF_ERROR') {
      throw packageError(message`/bpf_object: the zlib stream ends early`, {
        cure: message`the package was cut: get it again`,
        cause,
      });
    }
    throw packageError(message`/bpf_object: not a zlib stream`, { cause });
  }
}
