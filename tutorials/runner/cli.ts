import type { CommandIo } from '../../core/command.js';
import { exitCodeOf } from '../../core/errors.js';
import { languageOf, speaking } from '../../core/language.js';
import { version } from '../../core/version.js';
import { reportError } from '../../runtime/render/error.js';
import { parseOptions, type Request } from './options/parse-options.js';
import { placeWish } from './options/place-wish.js';

/** Exit code of a program that SIGINT ended, as a shell has it. */
const interrupted = 130;

/** tselearn: does what the arguments ask for, and gives its exit code (see `exitCodes`). */
export async function main(
  argv: readonly string[],
  given: CommandIo,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const io = await speaking(argv, given);
  try {
    const request = parseOptions(argv);
    // One that there is not is told.
    languageOf(io.env, request.options.get('lang'));
    return await perform(request, io, signal);
  } catch (error) {
    if (signal.aborted) return interrupted;
    io.stderr.write(reportError('tselearn', error, false, io.translate));
    return exitCodeOf(error);
  }
}

async function perform(request: Request, io: CommandIo, signal: AbortSignal): Promise<number> {
  const { command, words, options } = request;
  const [word = ''] = words;
  switch (command) {
    case 'help': {
      const { helpText } = await import('./options/help.js');
      io.stdout.write(helpText(io.translate ?? String));
      return 0;
    }
    case 'version':
      io.stdout.write(`${version}\n`);
      return 0;
    case 'completion': {
      const { printCompletion } = await import('./completion/print-completion.js');
      return printCompletion(words, io);
    }
    case 'start': {
      const { start } = await import('./commands/start.js');
      return await start(word, io, signal);
    }
    case 'check-all': {
      const { checkAll } = await import('./proof/check-all.js');
      return await checkAll({ lessons: words, ...placeWish(request) }, io, signal);
    }
    case 'watch': {
      const { watch } = await import('./watch/watch.js');
      const at = await learner(io);
      const first = word === '' ? undefined : await find(at, word);
      return await watch(at, { wish: placeWish(request), plain: options.has('plain'), first }, signal);
    }
    case 'list': {
      const { list } = await import('./commands/list.js');
      return list(await learner(io), options.has('json'));
    }
    case 'run': {
      const { runExercise } = await import('./commands/run-exercise.js');
      const at = await learner(io);
      return await runExercise(at, await find(at, word), placeWish(request), options.has('json'), signal);
    }
    case 'hint': {
      const { hint } = await import('./commands/hint.js');
      const at = await learner(io);
      return await hint(at, await find(at, word));
    }
    case 'reset': {
      const { reset } = await import('./commands/reset.js');
      const at = await learner(io);
      return reset(at, await find(at, word));
    }
    case 'solution': {
      const { solution } = await import('./commands/solution.js');
      const at = await learner(io);
      return await solution(at, await find(at, word), options.has('anyway'));
    }
    case 'results': {
      const { results } = await import('./commands/results.js');
      return results(await learner(io));
    }
    default:
      return command satisfies never;
  }
}

async function learner(io: CommandIo) {
  const { learnerAt } = await import('./commands/learner.js');
  return learnerAt(io);
}

async function find({ exercises }: Awaited<ReturnType<typeof learner>>, name: string) {
  const { findExercise } = await import('./lessons/find-exercise.js');
  return findExercise(exercises, name);
}
