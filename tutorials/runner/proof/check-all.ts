import type { CommandIo } from '../../../core/command.js';
import { escapeText } from '../../../core/escape.js';
import { message, type Message } from '../../../core/message.js';
import { tell } from '../../../core/tell.js';
import { selectExercises } from '../lessons/find-exercise.js';
import { exercisesOf, readLessons } from '../lessons/read-lessons.js';
import { choosePlaces, type PlaceWish } from '../places/choose-place.js';
import { makeJudge } from '../rungs/judge.js';
import { listProofs } from './list-proofs.js';
import { prove } from './prove.js';
import type { Proof, Proven } from './types.js';

/** What is to be proven, and where. */
export interface CheckAllRequest {
  readonly lessons: readonly string[];
  /** Kernels of the lab; the usual place when there are none. */
  readonly kernels: readonly string[];
  readonly where: PlaceWish['where'];
}

/**
 * `tselearn check-all`: that every solution passes, and that every starter and wrong variant fails where it should, on each
 * of the kernels. Prints a line for each; gives 0 when all promises are kept, else 1.
 */
export async function checkAll(
  { lessons, kernels, where }: CheckAllRequest,
  io: CommandIo,
  signal: AbortSignal,
): Promise<number> {
  const { translate = String, language = 'en' } = io;
  const exercises = selectExercises(exercisesOf(readLessons()), lessons);
  const counts = { kept: 0, broken: 0, cannot: 0 };
  const started = performance.now();
  for (const kernel of kernels.length > 0 ? kernels : [undefined]) {
    const onProgress = (line: string): void => void io.stderr.write(`${escapeText(line)}\n`);
    const context = { env: io.env, language, signal, onProgress };
    await using places = choosePlaces({ where, kernel }, context);
    const judge = makeJudge({ places, env: io.env, translate });
    for (const proof of exercises.flatMap(listProofs)) {
      const proven = await prove(proof, judge, signal);
      counts[proven.kind] += 1;
      io.stdout.write(`${escapeText(translate(describeProof(proof, proven, kernel)))}\n`);
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tell(
    io,
    message`${counts.kept} as they should be, ${counts.broken} not, ${counts.cannot} cannot run here, ${seconds} s`,
  );
  return counts.broken > 0 ? 1 : 0;
}

/** A line: `ok      6.12  2.1 solution/entry.bpf.c passes`. */
function describeProof(
  { exercise, part, file, fails }: Proof,
  proven: Proven,
  kernel: string | undefined,
): Message {
  const what = `${kernel === undefined ? '' : `${kernel}  `}${exercise.label} ${part}/${file}`;
  const wanted = fails === undefined ? message`passes` : message`fails at ${fails}`;
  switch (proven.kind) {
    case 'kept':
      return message`ok      ${what} ${wanted}`;
    case 'broken':
      return message`WRONG   ${what} should: ${wanted}; but ${proven.how}`;
    case 'cannot':
      return message`cannot  ${what}: ${proven.reason}`;
    default:
      return proven satisfies never;
  }
}
