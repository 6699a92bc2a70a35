import { TseccError } from '../core/errors.js';
import { message } from '../core/message.js';

/** The files of a command line; there is a source at least. */
export interface NamedFiles {
  readonly sources: readonly [string, ...string[]];
  readonly header: string | undefined;
}

/**
 * Tells the sources of a command line from the header behind them. Throws `usage` where there is none, or, unless
 * `several` are allowed, more than one.
 */
export function readFiles(words: readonly string[], several: boolean): NamedFiles {
  const [source, ...rest] = words;
  if (source === undefined) {
    throw new TseccError('usage', message`read the command line: no source named`, {
      cure: message`see ${'tsecc --help'}`,
    });
  }
  if (several && words.every((word) => word.endsWith('.c')))
    return { sources: [source, ...rest], header: undefined };
  const [header, ...more] = rest;
  if (more.length === 0 && !header?.endsWith('.c')) return { sources: [source], header };
  if (several) {
    throw new TseccError(
      'usage',
      message`read the command line: a header goes with one source, not with several`,
      {
        cure: message`watch '${source}' by itself`,
      },
    );
  }
  const other = rest.find((name) => name.endsWith('.c')) ?? rest[1] ?? '';
  throw new TseccError(
    'usage',
    message`read the command line: one source at a time, but ${words.length} are named`,
    {
      cure: message`compile '${other}' by itself, with -o DIR, or all of them with --watch`,
    },
  );
}
