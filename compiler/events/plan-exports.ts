import { typeText, type EventType } from './event-type.js';
import type { BufferEvents } from './infer-events.js';

/** What the manifest says about the events of a package, before BTF gives the types their ids. */
export interface ExportPlan {
  /** `export_types`, in this order; these must be kept alive in BTF. */
  readonly types: readonly EventType[];
  /**
   * `enable_multiple_export_types`: then ecli reads each map's `export_config` and passes `export_types` by. Only when
   * there is more than one buffer, or the author has configured one, and each has one type: without it ecli takes the
   * first of `export_types` for all.
   */
  readonly multiple: boolean;
  /** The type of each buffer's `export_config`, as `{"btf_type_id": …}`; empty unless `multiple`. */
  readonly configs: ReadonlyMap<string, EventType>;
}

/**
 * Decides what is exported: what the buffers carry, then the other types of a header, when one was given. `configured`
 * are the maps whose `@export_config` the author wrote; they keep it.
 */
export function planExports(
  buffers: readonly BufferEvents[],
  header: readonly EventType[] = [],
  configured: ReadonlySet<string> = new Set(),
): ExportPlan {
  // ecli shows a lone buffer's records as the first of the types, so what is carried goes before what is only defined.
  const carried = buffers.flatMap(({ types }) => types);
  const types = [...new Map([...carried, ...header].map((type) => [typeText(type), type])).values()];
  const filled = buffers.filter(({ map, types: inside }) => inside.length > 0 && !configured.has(map));
  const several = filled.length > 1 || buffers.some(({ map }) => configured.has(map));
  const multiple = several && filled.every((buffer) => buffer.types.length === 1);
  const configs = multiple
    ? filled.flatMap(({ map, types: [type] }) => (type ? [[map, type] as const] : []))
    : [];
  return { types, multiple, configs: new Map(configs) };
}
