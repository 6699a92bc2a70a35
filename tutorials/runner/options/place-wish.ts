import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { PlaceWish } from '../places/choose-place.js';
import type { Request } from './parse-options.js';

/** Where the options want exercises to be run, and with which kernels. Throws `usage` where they disagree. */
export function placeWish({
  options,
}: Pick<Request, 'options'>): PlaceWish & { readonly kernels: readonly string[] } {
  const kernels = (options.get('kernel') || options.get('lab') || '')
    .split(',')
    .filter((name) => name !== '');
  const inLab = options.has('lab') || kernels.length > 0;
  if (inLab && options.has('host')) {
    throw new TseccError('usage', message`use --host: --lab and --kernel want a lab`, {
      cure: message`leave one of them out`,
    });
  }
  const where = inLab ? 'lab' : options.has('host') ? 'host' : 'auto';
  const [kernel] = kernels;
  return { where, kernels, ...(kernel !== undefined && { kernel }) };
}
