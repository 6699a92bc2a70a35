import { rootNames } from '../source/root-names.js';
import type { Declarations, TypedefFact } from '../source/types.js';

/** A type that events have: a tag, or the typedef of a struct that has none. Enums are kept for what shows members. */
export interface EventType {
  readonly kind: 'struct' | 'union' | 'typedef' | 'enum';
  readonly name: string;
}

/** How C names it: `struct event`, `event_t`. */
export function typeText(type: EventType): string {
  return type.kind === 'typedef' ? type.name : `${type.kind} ${type.name}`;
}

/** Reads what {@link typeText} writes; a name alone is that of a struct when one is known, else of a typedef. */
export function parseEventType(text: string, structs: ReadonlySet<string> = new Set()): EventType {
  const match = /^(struct|union)\s+(\w+)$/.exec(text.trim());
  const [, kind, name] = match ?? [];
  if (name !== undefined) return { kind: kind === 'union' ? 'union' : 'struct', name };
  return { kind: structs.has(text.trim()) ? 'struct' : 'typedef', name: text.trim() };
}

/**
 * The structs that a file defines at its top level, in order: by their tags, or by the typedef where they have none.
 * Not those nested in others, nor those that only serve to define a map or a variable, nor unions and enums: the same
 * choice that ecc makes for a header on its command line.
 */
export function exportedTypes(declarations: Declarations): EventType[] {
  const names = rootNames(declarations);
  const found = new Map<string, EventType>();
  for (const tag of declarations.tags) {
    if (tag.kind !== 'struct' || tag.path.length > 0) continue;
    const typedef = names.get(tag.bodyAt);
    const type: EventType | undefined =
      tag.name !== undefined
        ? { kind: 'struct', name: tag.name }
        : typedef === undefined
          ? undefined
          : { kind: 'typedef', name: typedef };
    if (type) found.set(typeText(type), found.get(typeText(type)) ?? type);
  }
  return [...found.values()];
}

/** Typedefs by name, of several files; the first of a name counts. */
export function typedefsOf(files: readonly Declarations[]): ReadonlyMap<string, TypedefFact> {
  const found = new Map<string, TypedefFact>();
  for (const { typedefs } of files) {
    for (const typedef of typedefs) if (!found.has(typedef.name)) found.set(typedef.name, typedef);
  }
  return found;
}
