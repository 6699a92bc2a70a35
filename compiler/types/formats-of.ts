import { skipQualifiers } from '../../core/btf/resolve.js';
import { maxDepth } from '../../core/btf/type-at.js';
import type { Btf } from '../../core/btf/types.js';
import type { TypeFacts } from '../../core/package/types.js';

/** Members that are looked at: the same struct may be in a type again and again. */
const maxMembers = 65_536;

interface Search {
  readonly btf: Btf;
  readonly facts: Readonly<Record<string, TypeFacts>>;
  readonly formats: Map<string, string>;
  members: number;
}

/**
 * The `@format` words of a type by dotted path, from what the manifest says of types: its own, and those of structs in
 * it; where both say something, the outer type's counts. `alias` is a name that it has beside its tag.
 */
export function formatsOf(
  btf: Btf,
  typeId: number,
  facts: Readonly<Record<string, TypeFacts>> = {},
  alias = '',
): ReadonlyMap<string, string> {
  const search = { btf, facts, formats: new Map<string, string>(), members: 0 };
  if (Object.keys(facts).length > 0) {
    addNamed(search, alias, '');
    collect(search, typeId, '', 0);
  }
  return search.formats;
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
  for (const [path, { format }] of Object.entries(members ?? {})) {
    if (!formats.has(`${prefix}${path}`)) formats.set(`${prefix}${path}`, format);
  }
}
