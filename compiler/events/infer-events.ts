import type { Diagnostic } from '../../core/diagnostics.js';
import type { Annotations } from '../annotations/read-annotations.js';
import type { Declarations } from '../source/types.js';
import { indexLines } from '../source/line-index.js';
import { parseEventType, typedefsOf, typeText, type EventType } from './event-type.js';
import { findOutputCalls, type OutputCall } from './output-calls.js';
import { createWorld, mapNames, pointedTypes, sizedTypes, type World } from './resolve-type.js';
import { message } from '../../core/message.js';

/** A ring or perf buffer, and the types of the records in it. */
export interface BufferEvents {
  readonly map: string;
  /** Undefined for a buffer that a header defines. */
  readonly kind: 'ringbuf' | 'perf' | undefined;
  /** In the order of the source; several when records of several types go into one buffer. */
  readonly types: readonly EventType[];
  /** The author said so with `@event`; nothing was inferred. */
  readonly stated: boolean;
}

/** What the events of a source are. */
export interface InferredEvents {
  readonly buffers: readonly BufferEvents[];
  /** Notes on buffers whose type cannot be found out, with what to do. */
  readonly diagnostics: readonly Diagnostic[];
}

const kinds: Readonly<Record<string, BufferEvents['kind']>> = {
  BPF_MAP_TYPE_RINGBUF: 'ringbuf',
  BPF_MAP_TYPE_PERF_EVENT_ARRAY: 'perf',
};

/**
 * Finds out which types the ring and perf buffers of a source carry, from the calls that fill them: by the type of the
 * data, else by the size that is given. Follows variables, casts, assignments, map lookups, typedefs (those of
 * `headers` too) and helper functions. `@event` on a map overrules all that; `@export_config` silences the notes.
 */
export function inferEvents(
  file: Declarations,
  path: string,
  maps: ReadonlyMap<string, Annotations> = new Map(),
  headers: readonly Declarations[] = [],
): InferredEvents {
  const world = createWorld(file, typedefsOf([file, ...headers]));
  const found = new Map<string, EventType[]>();
  const doubtful = new Map<string, OutputCall>();
  for (const call of findOutputCalls(file.tree, file.functions)) {
    const types = recordTypes(world, call);
    for (const name of call.map ? mapNames(world, call.within, call.map) : []) {
      found.set(name, [...(found.get(name) ?? []), ...types]);
      if (types.length === 0 && !doubtful.has(name)) doubtful.set(name, call);
    }
  }

  const structs = new Set([file, ...headers].flatMap(({ tags }) => tags.flatMap(({ name }) => name ?? [])));
  const buffers: BufferEvents[] = [];
  for (const map of file.maps) {
    const kind = kinds[map.type ?? ''];
    if (!kind && !found.has(map.name)) continue;
    const stated = maps.get(map.name)?.own.event?.map((text) => parseEventType(text, structs));
    buffers.push({
      map: map.name,
      kind,
      types: unique(stated ?? found.get(map.name) ?? []),
      stated: stated !== undefined,
    });
  }
  const known = new Set(buffers.map(({ map }) => map));
  for (const [map, types] of found) {
    if (!known.has(map) && types.length > 0)
      buffers.push({ map, kind: undefined, types: unique(types), stated: false });
  }

  const locate = indexLines(path, file.tree.source);
  const diagnostics = file.maps.flatMap((map): Diagnostic[] => {
    const call = doubtful.get(map.name);
    const annotations = maps.get(map.name);
    if (!call || annotations?.own.event || annotations?.manifest['export_config'] !== undefined) return [];
    return [
      {
        severity: 'note',
        text: message`the type of what ${call.helper} puts into '${map.name}' cannot be told from the source`,
        location: locate(call.node.start, call.node.end),
        notes: [],
        cure: message`say it in a doc comment on the map: /// @event struct NAME`,
      },
    ];
  });
  return { buffers, diagnostics };
}

function recordTypes(world: World, call: OutputCall): EventType[] {
  const byData = call.data.flatMap((node) => pointedTypes(world, call.within, node));
  const certain = byData.filter(({ kind }) => kind !== 'typedef');
  if (certain.length > 0) return certain;
  const bySize = call.size ? sizedTypes(world, call.within, call.size) : [];
  return bySize.length > 0 ? bySize : byData;
}

function unique(types: readonly EventType[]): EventType[] {
  return [...new Map(types.map((type) => [typeText(type), type])).values()];
}
