import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { run, type RunOptions } from './run.js';

/**
 * BTF of a lab kernel, for a host without its own: raw bytes, as in /sys/kernel/btf/vmlinux. Starts tsecli as a
 * program, since the compiler shares no code with the runtime. Throws `tool-missing` when there is no lab.
 */
export async function readLabBtf(options: RunOptions): Promise<Uint8Array> {
  const tsecli = findTsecli(dirname(fileURLToPath(import.meta.url)));
  if (!tsecli)
    throw new TseccError(
      'tool-missing',
      message`read BTF of a lab kernel: tsecli is not installed beside tsecc`,
    );
  const { code, stdout, stderr } = await run(process.execPath, [tsecli, 'lab', 'btf'], options);
  if (code === 0 && stdout.length > 0) return stdout;
  throw new TseccError(
    'tool-missing',
    message`read BTF of a lab kernel: ${stderr.trim().split('\n').at(-1) || message`tsecli failed`}`,
  );
}

/** Path of tsecli's bundle, from the directory of our own module: bundled, built or as source. */
export function findTsecli(from: string): string | undefined {
  for (let directory = from; ; directory = dirname(directory)) {
    const found = ['tsecli.js', 'bin/tsecli.js', 'dist/bin/tsecli.js']
      .map((name) => join(directory, name))
      .find(existsSync);
    if (found || directory === dirname(directory)) return found;
  }
}
