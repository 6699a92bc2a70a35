import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import type { CompileFilesOptions } from '../compile-files.js';
import type { RunArguments } from './running-program.js';

/** The words of a command line, those for what `--run` starts apart from tsecc's own. */
export interface SplitWords {
  readonly own: readonly string[];
  readonly run: RunArguments | undefined;
}

/**
 * `--watch --run a.bpf.c -- --lab -- --pid 1`: with `--run`, what follows two dashes are options for tsecli, and what
 * follows another two are arguments of the program, as with a standalone file. Without it they begin names of files.
 */
export function splitRun(words: readonly string[]): SplitWords {
  const [own, behind] = splitAtDashes(words);
  if (!own.includes('--run')) return { own: words, run: undefined };
  const [options, program = []] = splitAtDashes(behind ?? []);
  return { own, run: { options, program } };
}

function splitAtDashes(
  words: readonly string[],
): readonly [before: readonly string[], behind?: readonly string[]] {
  const at = words.indexOf('--');
  return at < 0 ? [words] : [words.slice(0, at), words.slice(at + 1)];
}

/** Throws `usage` where `--watch` and `--run` do not go with the rest. */
export function checkWatching(asked: {
  readonly watches: boolean;
  readonly run: RunArguments | undefined;
  readonly sources: readonly string[];
  readonly options: CompileFilesOptions;
}): void {
  const { watches, run, sources, options } = asked;
  if (!run) return;
  const refuse = (why: Message, cure: Message): TseccError =>
    new TseccError('usage', message`read the command line: ${why}`, { cure });
  if (!watches) throw refuse(message`--run is of no use without --watch`, message`add --watch`);
  if (sources.length > 1)
    throw refuse(message`--run is for one source`, message`watch each in a terminal of its own`);
  if (options.packageKind !== 'json') {
    throw refuse(
      message`--run needs package.json, which is not to be written`,
      message`leave out --yaml and -n`,
    );
  }
}
