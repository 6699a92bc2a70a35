import { explainPhrase } from '../../../core/errors.js';
import { message, type Phrase } from '../../../core/message.js';
import { layOut } from '../folder/lay-out.js';
import type { Attempt, Judge } from '../rungs/judge.js';
import type { Stop } from '../rungs/types.js';
import type { Proof, Proven } from './types.js';

/** Tries whether a promise is kept. What a kernel lacks, found by trial, is no broken promise. */
export async function prove(
  proof: Proof,
  judge: Pick<Judge, 'attempt'>,
  signal: AbortSignal,
): Promise<Proven> {
  const { exercise, part, file, fails } = proof;
  using laid = layOut(exercise, part, file);
  const attempt = await judge.attempt(exercise, laid.path, signal);
  const { result } = attempt;
  if (result.kind === 'stop' && isExpected(result.stop, fails)) return { kind: 'kept' };
  if (result.kind === 'top' && fails === undefined) return { kind: 'kept' };
  const lack = await lackOf(attempt, exercise.lesson.needs);
  return lack === undefined ? { kind: 'broken', how: describe(attempt) } : { kind: 'cannot', reason: lack };
}

const isExpected = ({ rung, check }: Stop, fails: string | undefined): boolean =>
  fails !== undefined && (fails === rung || fails === check);

/** What the kernel lacks; a solution that fails on one that has all is a mistake of the lesson. */
async function lackOf(
  { result, place }: Attempt,
  needs: Proof['exercise']['lesson']['needs'],
): Promise<Phrase | undefined> {
  if (result.kind !== 'stop' || !place || !needs) return undefined;
  return await place.lacking(needs);
}

function describe({ result }: Attempt): Phrase {
  switch (result.kind) {
    case 'top':
      return message`it passes`;
    case 'broken':
      return explainPhrase(result.error);
    case 'stop': {
      const { rung, check, say, found } = result.stop;
      const words = check ?? (typeof say === 'string' || 'key' in say ? say : say.en);
      return message`it fails at ${rung}: ${words} ${found.join(' | ')}`;
    }
    default:
      return result satisfies never;
  }
}
