import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { nearestFunctions } from '../../core/nearest.js';
import type { Kernel } from '../kernel/types.js';
import { kernelFunctions } from '../kernel/kernel-functions.js';
import type { AttachPoint } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/**
 * The error for a function that this kernel has not: names the nearest ones, and the `--attach`
 * options that would move every program of this run that wants the missing one. With one that does exist: undefined.
 */
export function missingFunction(
  kernel: Kernel,
  point: AttachPoint,
  points: readonly AttachPoint[],
  cause: unknown,
): TseccError | undefined {
  const names = kernelFunctions(kernel);
  if (names.includes(point.target)) return undefined;
  const near = nearestFunctions(point.target, names);
  return new TseccError(
    'kernel-cannot',
    message`attach '${point.program}': kernel ${kernel.release} has no function ${point.target}`,
    { cure: labCure('kernel', cureFor(point, points, near)), cause },
  );
}

function cureFor(
  point: AttachPoint,
  points: readonly AttachPoint[],
  near: readonly string[],
): Phrase | undefined {
  const best = near[0];
  if (best === undefined) return undefined;
  const options = points
    .filter((other) => other.target === point.target)
    .map((other) => `--attach ${other.program}=${movedSection(other, best)}`);
  return message`nearest: ${near.join(', ')}; try ${options.join(' ')}`;
}

/** The section with another target: what stands before the slash stays, `?` and `.s` included. */
function movedSection(point: AttachPoint, target: string): string {
  return `${point.section.split('/')[0]}/${target}`;
}
