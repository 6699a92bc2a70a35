import { BtfError } from '../../core/btf/btf-error.js';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import type { Btf } from '../../core/btf/types.js';
import type { BpfObject } from '../../core/object/types.js';
import type { PackageMeta, SkeletonMap } from '../../core/package/types.js';
import { eventTypeOf } from '../decode/event-type.js';
import type { EventType } from '../decode/types.js';
import { formatsOf } from '../../core/package/type-formats.js';

/** What is known of a package's data before it is loaded. */
export interface SourceContext {
  readonly object: BpfObject;
  readonly meta: PackageMeta;
}

/** What the manifest says of a map, in ecc's part. */
export function mapSettings({ meta }: SourceContext, map: string): SkeletonMap | undefined {
  return meta.bpf_skel.maps?.find(({ name }) => name === map);
}

/**
 * The type of an id that the package gives `map`, its formats applied. Throws `package-invalid` for one that the
 * object does not have, or that cannot be decoded.
 */
export function packageType(
  { object: { btf }, meta }: SourceContext,
  map: string,
  typeId: number,
  alias?: string,
): EventType {
  try {
    return eventTypeOf(needBtf(btf), typeId, formatsOf(needBtf(btf), typeId, meta.tsecc?.types, alias));
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

/** The error for what a package says of a map's data. */
export function invalidMap(map: string, why: Phrase, cause?: unknown): TseccError {
  return new TseccError('package-invalid', message`read map '${map}': ${why}`, {
    cure: message`compile the package again`,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** An unknown value as an object; undefined for anything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}
