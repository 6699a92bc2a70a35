import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { kernelTracepoints } from '../kernel/kernel-functions.js';
import type { LoadContext, AttachPoint } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** The error for a tracepoint that this kernel has not, with the nearest names; `category/` only where the kind has it. */
export function missingTracepoint(point: AttachPoint, context: LoadContext, cause: unknown): TseccError {
  const { kernel } = context;
  const known = kernelTracepoints(kernel, context.tracefs());
  const names = point.target.includes('/') ? known : known.map((name) => name.split('/')[1] ?? name);
  const near = nearest(point.target, new Set(names));
  const best = near[0];
  const cure =
    best === undefined
      ? undefined
      : message`nearest: ${near.join(', ')}; try --attach ${point.program}=${point.section.split('/')[0] ?? ''}/${best}`;
  return new TseccError(
    'kernel-cannot',
    message`attach '${point.program}': kernel ${kernel.release} has no tracepoint ${point.target}`,
    { cure: labCure('kernel', cure), cause },
  );
}
