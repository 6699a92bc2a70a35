import { typeText, type EventType } from './event-type.js';
import type { BufferEvents } from './infer-events.js';

/** What the manifest says about the events of a package, before BTF gives the types their ids. */
export interface ExportPlan {
  /** `export_types`, in this order; these must be kept alive in BTF. */
  readonly types: readonly EventType[];
  /**
   * `enable_multiple_export_types`: then ecli reads each map's `export_config` and passes `export_types` by. Only when
   * there are several buffers and each has one type: without it ecli takes the first of `export_types` for all.
   */
  readonly multiple: boolean;
  /** The type of each buffer's `export_config`, as `{"btf_type_id": …}`; empty unless `multiple`. */
  readonly configs: ReadonlyMap<string, EventType>;
}

/**
 * Decides what is exported: the header's types when a header was given, as ecc does, and what the buffers carry beside
 * them; without a header only what the buffers carry.
 */
export function planExports(buffers: readonly BufferEvents[], header: readonly EventType[] = []): ExportPlan {
  const carried = buffers.flatMap(({ types }) => types);
  const types = [...new Map([...header, ...carried].map((type) => [typeText(type), type])).values()];
  const filled = buffers.filter((buffer) => buffer.types.length > 0);
  const multiple = filled.length > 1 && filled.every((buffer) => buffer.types.length === 1);
  const configs = multiple
    ? filled.flatMap(({ map, types: [type] }) => (type ? [[map, type] as const] : []))
    : [];
  return { types, multiple, configs: new Map(configs) };
}
