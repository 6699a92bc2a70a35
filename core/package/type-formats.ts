import { skipQualifiers } from '../btf/resolve.js';
import { maxDepth } from '../btf/type-at.js';
import type { Btf } from '../btf/types.js';
import type { TypeFacts } from './types.js';

/** Members that are looked at: hostile types could have the same struct in them again and again. */
const maxMembers = 65_536;

/** What a manifest says of types, by name. */
export type TypeFactsByName = Readonly<Record<string, TypeFacts>>;

/**
 * The `@format` words that a manifest has for a type, by dotted path: its own, and those of the structs in it. Where
 * both say something of a member, the outer type's word counts. `alias` is a name that the type has beside its tag,
 * such as the typedef's of a struct without one.
 */
export function formatsOf(
  btf: Btf,
  typeId: number,
  facts: TypeFactsByName = {},
  alias = '',
): ReadonlyMap<string, string> {
  const search = { btf, facts, formats: new Map<string, string>(), members: 0 };
  if (Object.keys(facts).length > 0) {
    addNamed(search, alias, '');
    collect(search, typeId, '', 0);
  }
  return search.formats;
}

interface Search {
  readonly btf: Btf;
  readonly facts: TypeFactsByName;
  readonly formats: Map<string, string>;
  members: number;
}

function collect(search: Search, typeId: number, prefix: string, depth: number): void {
  const { btf } = search;
  const named = btf.types[typeId];
  if (named?.kind === 'typedef') addNamed(search, named.name, prefix);
  const type = skipQualifiers(btf, typeId);
  if (depth > maxDepth) return;
  if (type.kind === 'array') return collect(search, type.elementTypeId, prefix, depth + 1);
  if (type.kind !== 'struct' && type.kind !== 'union') return;
  addNamed(search, type.name, prefix);
  for (const { name, typeId: inner } of type.members) {
    search.members += 1;
    if (search.members > maxMembers) return;
    collect(search, inner, name === '' ? prefix : `${prefix}${name}.`, depth + 1);
  }
}

function addNamed({ facts, formats }: Search, name: string, prefix: string): void {
  const members = Object.hasOwn(facts, name) ? facts[name]?.members : undefined;
  for (const [path, { format, enum_type_id }] of Object.entries(members ?? {})) {
    // Of an enum, the manifest has the name alone.
    const word = enum_type_id === undefined ? format : `enum ${format.replace(/^enum\s+/, '')}`;
    if (!formats.has(`${prefix}${path}`)) formats.set(`${prefix}${path}`, word);
  }
}
