import type { Declarations } from './types.js';

/** By the offset of a definition's brace: the typedef that names it. */
export type RootNames = ReadonlyMap<number, string>;

/** Names the structs that have no tag by their typedef: `typedef struct { … } event_t` is `event_t`. */
export function rootNames({ typedefs }: Pick<Declarations, 'typedefs'>): RootNames {
  const names = new Map<number, string>();
  for (const { name, type } of typedefs) {
    const { bodyAt } = type;
    if (bodyAt !== undefined && type.pointers + type.arrays === 0 && !names.has(bodyAt))
      names.set(bodyAt, name);
  }
  return names;
}
