import { TseccError } from '../errors.js';
import { message, type Phrase } from '../message.js';
import { skipQualifiers } from '../btf/resolve.js';
import type { Btf, BtfType } from '../btf/types.js';
import { nearest } from '../nearest.js';
import { enumNames } from './enum-names.js';
import type { Shape } from './types.js';
import { formatNames, formats, isFormatName } from './formats.js';

/**
 * A shape with a `@format` word on it; what does not fit an array goes to its elements. `enum NAME` gives an integer
 * the names of an enum, found by its own or a typedef's name. Throws TseccError `package-invalid` for an unknown word
 * and for one that does not fit; `path` names the member.
 */
export function applyFormat(
  btf: Btf,
  shape: Shape,
  word: string,
  path: string,
  processId: number | undefined,
): Shape {
  const enumName = /^enum\s+(\S+)$/.exec(word.trim())?.[1];
  if (enumName !== undefined) return applyEnum(btf, shape, enumName, path);
  const format = word.trim();
  if (!isFormatName(format)) {
    const near = nearest(format, formatNames, 1)[0];
    throw new TseccError(
      'package-invalid',
      message`format member '${path}': there is no format '${format}'`,
      {
        cure:
          near === undefined
            ? message`one of ${formatNames.join(', ')}, enum NAME`
            : message`did you mean ${near}`,
      },
    );
  }
  const row = formats[format];
  if (row.fits(shape)) return { kind: 'formatted', size: shape.size, format, inner: shape, processId };
  if (shape.kind === 'array') {
    // Elements are not at the array's own offset, so they cannot say how far away the process id is.
    return { ...shape, element: applyFormat(btf, shape.element, format, path, undefined) };
  }
  throw new TseccError(
    'package-invalid',
    message`format member '${path}': '${format}' is for ${row.wants}, not for ${describe(shape)}`,
  );
}

function applyEnum(btf: Btf, shape: Shape, name: string, path: string): Shape {
  if (shape.kind === 'array') return { ...shape, element: applyEnum(btf, shape.element, name, path) };
  const type = findEnum(btf, name);
  if (!type)
    throw new TseccError('package-invalid', message`format member '${path}': there is no enum '${name}'`);
  if (shape.kind === 'bits') return { ...shape, names: enumNames(type, shape.bitSize > 32), bool: false };
  if (shape.kind === 'enum' || (shape.kind === 'integer' && shape.size !== 16)) {
    const { size, signed } = shape;
    return { kind: 'enum', size: toEnumSize(size), signed, names: enumNames(type, size > 4) };
  }
  throw new TseccError(
    'package-invalid',
    message`format member '${path}': an enum is for an integer, not for ${describe(shape)}`,
  );
}

const toEnumSize = (size: number): 1 | 2 | 4 | 8 => (size === 1 || size === 2 || size === 4 ? size : 8);

function findEnum(btf: Btf, name: string): Extract<BtfType, { kind: 'enum' | 'enum64' }> | undefined {
  for (const type of btf.types) {
    if (!('name' in type) || type.name !== name) continue;
    const found = type.kind === 'typedef' ? skipQualifiers(btf, type.id) : type;
    if (found.kind === 'enum' || found.kind === 'enum64') return found;
  }
  return undefined;
}

function describe(shape: Shape): Phrase {
  return shape.kind === 'integer'
    ? message`an integer of ${shape.size} bytes`
    : message`${shape.kind} of ${shape.size} bytes`;
}
