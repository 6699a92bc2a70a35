import type { TypedefFact, TypeUse } from '../source/types.js';
import type { EventType } from './event-type.js';

/** Longest chain of typedefs that is followed. */
const farthest = 32;

/** The struct or union that a type is after `levels` of pointer or array are taken off, through typedefs. */
export function recordType(
  typedefs: ReadonlyMap<string, TypedefFact>,
  use: TypeUse | undefined,
  levels: number,
): EventType | undefined {
  if (!use) return undefined;
  let { kind, name, bodyAt } = use;
  let depth = use.pointers + use.arrays;
  let named: string | undefined;
  for (let left = farthest; kind === 'name' && name !== undefined && left > 0; left--) {
    const typedef = typedefs.get(name);
    if (!typedef) break;
    named = name;
    ({ kind, name, bodyAt } = typedef.type);
    depth += typedef.type.pointers + typedef.type.arrays;
  }
  if (depth !== levels) return undefined;
  if (kind === 'struct' || kind === 'union') {
    if (name !== undefined) return { kind, name };
    return named !== undefined && bodyAt !== undefined ? { kind: 'typedef', name: named } : undefined;
  }
  // A typedef of a header that was not read: BTF will know it. The kernel's own integers are no records.
  if (kind !== 'name' || name === undefined || plain.test(name)) return undefined;
  return { kind: 'typedef', name: named ?? name };
}

/** Built-in types, and the kernel's names for them. */
const plain =
  /\b(?:void|char|short|int|long|float|double|signed|unsigned|bool|_Bool|size_t|auto|__auto_type)\b|^(?:__)?[us](?:8|16|32|64)$|^(?:__)?[bl]e(?:16|32|64)$|^u?int(?:8|16|32|64|ptr)_t$|^(?:pid|uid|gid|dev|ino|mode|off|loff|time|time64|ssize|umode|kuid|kgid)_t$|^typeof|^__typeof/;

/** The use of a typedef or built-in type by its bare name. */
export function plainUse(name: string): TypeUse {
  return { kind: 'name', name, pointers: 0, arrays: 0, bodyAt: undefined };
}
