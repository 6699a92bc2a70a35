import { BtfError } from '../btf/btf-error.js';
import { typeName } from '../btf/type-name.js';
import type { Btf } from '../btf/types.js';
import { message } from '../message.js';
import { shapeOf } from '../record/shape-of.js';
import type { TypedShape } from '../record/types.js';
import { invalidMap } from './map-settings.js';
import { formatsOf } from './type-formats.js';
import type { PackageFacts } from './types.js';

/** What is known of a type beside its id. */
export interface ShapeOptions {
  /** A name that the type has beside its tag, such as the typedef's of a struct without one. */
  readonly alias?: string | undefined;
  /** For values that never come cut short: those of a map's entries. */
  readonly whole?: boolean;
}

/**
 * The shape of a type that the package gives `map`, its formats applied. Throws `package-invalid` for an id that the
 * object does not have, and for a type that makes no sense.
 */
export function packageShape(
  { object, meta }: PackageFacts,
  map: string,
  typeId: number,
  { alias = '', whole = false }: ShapeOptions = {},
): TypedShape {
  try {
    const btf = needBtf(object.btf);
    const name = typeName(btf, typeId);
    const shape = shapeOf(btf, typeId, formatsOf(btf, typeId, meta.tsecc?.types, alias), { whole });
    const isNameless = shape.kind === 'record' && shape.name === '';
    return { name, shape: isNameless ? { ...shape, name: alias } : shape };
  } catch (cause) {
    if (!(cause instanceof BtfError)) throw cause;
    throw invalidMap(
      map,
      message`type ${typeId}, which the package names, is none: ${cause.phrases.message}`,
      cause,
    );
  }
}

/** The object's types; throws {@link BtfError} where it has none. */
function needBtf(btf: Btf | undefined): Btf {
  if (btf) return btf;
  throw new BtfError(message`the object was compiled without them (clang -g)`);
}
