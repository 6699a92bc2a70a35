import { readElf } from '../../../core/elf/read-elf.js';
import { readSegments } from '../../../core/elf/read-segments.js';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { PhrasedError } from '../../../core/phrased-error.js';
import { describeCause } from '../../kernel/errno.js';
import type { AttachContext, AttachPoint } from '../types.js';
import { findBinary } from './find-binary.js';
import type { Binary } from './types.js';

/** No file is read that is larger: it would fill the memory. */
const maxSize = 1 << 30;

/** Each file is read once, however many programs probe it. */
const opened = new WeakMap<AttachContext, Map<string, Binary>>();

/** Finds and reads the executable or library of a probe. Throws `attach-failed` when there is none that can be read. */
export function openBinary(point: AttachPoint, context: AttachContext, name: string): Binary {
  const path = findBinary(context.kernel, name);
  if (path === undefined) throw missingBinary(point, name);
  const known = opened.get(context) ?? new Map<string, Binary>();
  opened.set(context, known);
  const binary = known.get(path) ?? readBinary(point, context, path);
  known.set(path, binary);
  return binary;
}

function readBinary(point: AttachPoint, { kernel }: AttachContext, path: string): Binary {
  try {
    const bytes = kernel.readBytes(path, maxSize);
    if (!bytes) throw new PhrasedError(message`it is no regular file, or larger than 1 GiB`);
    const elf = readElf(bytes);
    return { path, elf, segments: readSegments(elf) };
  } catch (cause) {
    throw new TseccError(
      'attach-failed',
      message`attach '${point.program}' to ${point.section}: cannot read '${path}': ${describeCause(cause)}`,
      {
        cure: message`user-space probes want an ELF executable or library; name another with --binary`,
        cause,
      },
    );
  }
}

function missingBinary(point: AttachPoint, name: string): TseccError {
  return new TseccError(
    'attach-failed',
    name.includes('/')
      ? message`attach '${point.program}' to ${point.section}: there is no file '${name}'`
      : message`attach '${point.program}' to ${point.section}: there is no file '${name}' in PATH or among the libraries`,
    { cure: message`name the executable or library with --binary FILE` },
  );
}
