import { PassThrough, Writable } from 'node:stream';
import type { CommandIo } from '../../core/command.js';

/** Streams for a command whose caller is a program: nothing to read, and what is not asked for is forgotten. */
export function libraryIo(
  streams: Partial<Pick<CommandIo, 'translate'>> & { readonly stdout?: Writable; readonly stderr?: Writable },
): CommandIo {
  const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  const { stdout = nowhere(), stderr = nowhere(), translate = String } = streams;
  const cwd = (): string => process.cwd();
  return { stdin: new PassThrough(), stdout, stderr, env: process.env, cwd, translate };
}
