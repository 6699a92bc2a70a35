import { fileOffset } from '../../../core/elf/read-segments.js';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { matchingNames } from '../pattern.js';
import type { AttachPoint } from '../types.js';
import { functionsOf } from './functions-of.js';
import { resolveFunction } from './resolve-function.js';
import type { Binary } from './types.js';

/** Offsets in the file of the functions whose names match a pattern with `*` and `?`; of the one that a plain name means. */
export function matchFunctions(point: AttachPoint, binary: Binary, pattern: string): readonly number[] {
  if (!/[*?]/.test(pattern)) return [resolveFunction(point, binary, pattern)];
  const functions = functionsOf(binary);
  const names = new Set(
    matchingNames(
      pattern,
      functions.map(({ name }) => name),
    ),
  );
  const offsets = functions
    .filter(({ name }) => names.has(name))
    .map(({ address }) => fileOffset(binary.segments, address));
  const places = [...new Set(offsets.filter((offset) => offset !== undefined))];
  if (places.length > 0) return places;
  throw new TseccError(
    'attach-failed',
    message`attach '${point.program}' to ${point.section}: no function of ${binary.path} matches ${pattern}`,
    {
      cure:
        functions.length === 0
          ? message`it is stripped: it names no functions`
          : message`it names ${functions.length}`,
    },
  );
}
