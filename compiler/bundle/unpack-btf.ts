import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Parser, type ReadEntry } from 'tar';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { RunOptions } from '../toolchain/run.js';

// A kernel's BTF has 3 to 8 MB.
const maxSize = 64 * 1024 * 1024;

/**
 * Writes the one BTF of a `.btf.tar.xz` to a file. Nothing else of the archive is looked at, whatever its names and
 * links say, and none of it is kept in memory. Throws `unforeseen` for an archive that is broken or holds none.
 */
export async function unpackBtf(
  xz: string,
  archive: string,
  target: string,
  { signal, onCommand }: RunOptions = {},
): Promise<void> {
  const args = ['--decompress', '--stdout', '--', archive];
  onCommand?.([xz, ...args]);
  const child = spawn(xz, args, { stdio: ['ignore', 'pipe', 'ignore'], signal });
  const closed: Promise<unknown> = once(child, 'close');
  // It is awaited below; an abort before that must not count as an error that nobody handles.
  closed.catch(() => undefined);
  const fault = await extract(child.stdout, target).then(
    (found) => (found ? undefined : message`it holds no .btf of at most ${maxSize} bytes`),
    () => message`it is no tar archive`,
  );
  child.stdout.resume();
  const [code] = await closed.then((value) => (Array.isArray(value) ? value : []));
  if (code === 0 && fault === undefined) return;
  throw new TseccError(
    'unforeseen',
    message`unpack '${archive}': ${code === 0 && fault ? fault : message`xz cannot read it`}`,
  );
}

/** Writes the first BTF of a tar to a file; false where there is none. */
async function extract(tar: Readable, target: string): Promise<boolean> {
  const written: Promise<void>[] = [];
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      if (written.length > 0 || !isBtf(entry)) entry.resume();
      else written.push(pipeline(entry, createWriteStream(target)));
    },
  });
  const ended = once(parser, 'end');
  // It is awaited below; an error before that must not count as one that nobody handles.
  ended.catch(() => undefined);
  for await (const chunk of tar) if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), ended]);
  parser.end();
  await ended;
  await Promise.all(written);
  return written.length > 0;
}

const isBtf = ({ type, path, size }: ReadEntry): boolean =>
  type === 'File' && path.endsWith('.btf') && size > 0 && size <= maxSize;
