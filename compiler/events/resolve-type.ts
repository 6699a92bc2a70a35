import { readTypeUse } from '../source/declarations.js';
import { readDeclarator } from '../source/declarator.js';
import { childOf, descendants } from '../source/tree.js';
import type { Declarations, FunctionFact, SyntaxNode, TypedefFact, TypeUse } from '../source/types.js';
import type { EventType } from './event-type.js';
import { callArguments, calledName } from './output-calls.js';
import { plainUse, recordType } from './record-type.js';
import { readScope, type Scope } from './variable-scope.js';

/** What types are looked up in. */
export interface World {
  readonly file: Declarations;
  readonly typedefs: ReadonlyMap<string, TypedefFact>;
  readonly scopes: Map<FunctionFact, Scope>;
  /** Calls of the file's own functions, by name. */
  readonly callers: ReadonlyMap<
    string,
    readonly { readonly within: FunctionFact; readonly node: SyntaxNode }[]
  >;
}

/** Deepest nesting of expressions and calls that is followed. */
const farthest = 32;

/** What was looked at on the way to a type; a variable is not looked at twice, so that no source takes long. */
interface Trail {
  readonly seen: Set<string>;
  readonly left: number;
}

/** Prepares the lookup of types in a file. */
export function createWorld(file: Declarations, typedefs: ReadonlyMap<string, TypedefFact>): World {
  const callers = new Map<string, { within: FunctionFact; node: SyntaxNode }[]>();
  const own = new Set(file.functions.map(({ name }) => name));
  for (const within of file.functions) {
    for (const node of descendants(within.body)) {
      const name = calledName(file.tree, node);
      if (name === undefined || !own.has(name)) continue;
      const calls = callers.get(name) ?? [];
      calls.push({ within, node });
      callers.set(name, calls);
    }
  }
  return { file, typedefs, scopes: new Map(), callers };
}

/** The types of the records that an expression points to, or is an array of. Several only through several callers. */
export function pointedTypes(world: World, within: FunctionFact, node: SyntaxNode): EventType[] {
  return unique(follow(world, within, node, { seen: new Set(), left: farthest }));
}

function follow(world: World, within: FunctionFact, node: SyntaxNode, trail: Trail): EventType[] {
  if (trail.left === 0) return [];
  const next = { ...trail, left: trail.left - 1 };
  const inner = unwrap(node);
  const place = inner.type === 'pointer_expression' ? childOf(inner, 'argument') : undefined;
  if (place)
    return textOf(world, inner).startsWith('&') ? placeTypes(world, within, unwrap(place), next) : [];
  if (inner.type === 'call_expression') return lookedUpTypes(world, inner);
  if (inner.type === 'cast_expression') {
    const type = recordType(world.typedefs, describedUse(world, childOf(inner, 'type')), 1);
    const value = childOf(inner, 'value');
    if (type) return [type];
    return value ? follow(world, within, value, next) : [];
  }
  const name = nameOf(world, inner);
  const variable = name === undefined ? undefined : scopeOf(world, within).get(name);
  if (!variable || !visit(trail, within, name)) return [];
  const declared = recordType(world.typedefs, variable.type, 1);
  if (declared) return [declared];
  return [
    ...variable.assigned.flatMap((value) => follow(world, within, value, next)),
    ...argumentsFor(world, within, variable.parameter).flatMap((call) =>
      follow(world, call.within, call.argument, next),
    ),
  ];
}

/** The types whose size an expression is: `sizeof(struct event)`, `sizeof(*e)`, `sizeof(e)`. */
export function sizedTypes(world: World, within: FunctionFact, node: SyntaxNode): EventType[] {
  const sizes = [...descendants(node)].filter(({ type }) => type === 'sizeof_expression');
  const [size] = sizes;
  if (!size || sizes.length > 1) return [];
  const type = childOf(size, 'type');
  if (type) return describedTypes(world, within, type);
  const value = childOf(size, 'value');
  const inner = value && unwrap(value);
  const star = inner?.type === 'pointer_expression' && textOf(world, inner).startsWith('*');
  const pointer = star ? childOf(inner, 'argument') : undefined;
  if (pointer) return pointedTypes(world, within, pointer);
  return inner ? placeTypes(world, within, inner, { seen: new Set(), left: farthest }) : [];
}

/** The variables that a map argument names: `&events`, `(void *)&events`, or what callers pass for a parameter. */
export function mapNames(world: World, within: FunctionFact, node: SyntaxNode): string[] {
  return [...new Set(followMap(world, within, node, { seen: new Set(), left: farthest }))];
}

function followMap(world: World, within: FunctionFact, node: SyntaxNode, trail: Trail): string[] {
  if (trail.left === 0) return [];
  const next = { ...trail, left: trail.left - 1 };
  const inner = unwrap(node);
  const value = childOf(inner, inner.type === 'cast_expression' ? 'value' : 'argument');
  if (value && /^(?:cast|pointer)_expression$/.test(inner.type)) return followMap(world, within, value, next);
  const name = nameOf(world, inner);
  if (name === undefined) return [];
  const variable = scopeOf(world, within).get(name);
  if (!variable) return [name];
  if (!visit(trail, within, name)) return [];
  return [
    ...variable.assigned.flatMap((assigned) => followMap(world, within, assigned, next)),
    ...argumentsFor(world, within, variable.parameter).flatMap((call) =>
      followMap(world, call.within, call.argument, next),
    ),
  ];
}

function visit({ seen }: Trail, within: FunctionFact, name: string | undefined): boolean {
  const key = `${within.at} ${name}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** The type of what stands at a place: a variable, an element of an array. */
function placeTypes(world: World, within: FunctionFact, node: SyntaxNode, trail: Trail): EventType[] {
  if (node.type === 'subscript_expression') {
    const array = childOf(node, 'argument');
    return array ? follow(world, within, array, trail) : [];
  }
  const name = nameOf(world, node);
  const variable = name === undefined ? undefined : scopeOf(world, within).get(name);
  // The grammar takes the typedef in `sizeof(event_t)` for a variable.
  const use = variable?.type ?? (name !== undefined && world.typedefs.has(name) ? plainUse(name) : undefined);
  const type = recordType(world.typedefs, use, 0);
  return type ? [type] : [];
}

function describedTypes(world: World, within: FunctionFact, descriptor: SyntaxNode): EventType[] {
  const use = describedUse(world, descriptor);
  // And the variable in `sizeof(event)` for a type.
  const variable =
    use.kind === 'name' && use.name !== undefined ? scopeOf(world, within).get(use.name) : undefined;
  const type = recordType(world.typedefs, variable?.type ?? use, 0);
  return type ? [type] : [];
}

function describedUse({ file }: World, descriptor: SyntaxNode | undefined): TypeUse {
  const type = descriptor && childOf(descriptor, 'type');
  return readTypeUse(file.tree, type, readDeclarator(descriptor && childOf(descriptor, 'declarator')));
}

/** `bpf_map_lookup_elem(&heap, …)` points to the map's values. */
function lookedUpTypes(world: World, call: SyntaxNode): EventType[] {
  const [first] = callArguments(call);
  if (!first || !/^bpf_map_lookup(?:_percpu)?_elem$/.test(calledName(world.file.tree, call) ?? '')) return [];
  const name = textOf(world, first)
    .replace(/^[(\s]*&\s*/, '')
    .replace(/\)*$/, '');
  const value = world.file.maps.find((map) => map.name === name)?.value ?? '';
  const [, tag, typeName] = /^(?:(struct|union)\s+)?(\w+)$/.exec(value) ?? [];
  if (typeName === undefined) return [];
  const kind = tag === 'struct' || tag === 'union' ? tag : 'name';
  const type = recordType(world.typedefs, { ...plainUse(typeName), kind }, 0);
  return type ? [type] : [];
}

function argumentsFor(world: World, callee: FunctionFact, parameter: number | undefined) {
  if (parameter === undefined) return [];
  return (world.callers.get(callee.name) ?? []).flatMap(({ within, node }) => {
    const argument = callArguments(node)[parameter];
    return argument ? [{ within, argument }] : [];
  });
}

function scopeOf(world: World, within: FunctionFact): Scope {
  const scope = world.scopes.get(within) ?? readScope(world.file, within);
  world.scopes.set(within, scope);
  return scope;
}

function nameOf(world: World, node: SyntaxNode): string | undefined {
  if (/^(?:identifier|type_identifier)$/.test(node.type)) return textOf(world, node);
  // The declarator of a reservation's result.
  return node.type.endsWith('_declarator') ? nameIn(world, node) : undefined;
}

function nameIn(world: World, node: SyntaxNode): string | undefined {
  const { name } = readDeclarator(node);
  return name && textOf(world, name);
}

function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.type === 'parenthesized_expression') {
    const [child] = inner.children;
    if (!child) break;
    inner = child;
  }
  return inner;
}

function unique(types: readonly EventType[]): EventType[] {
  return [...new Map(types.map((type) => [`${type.kind} ${type.name}`, type])).values()];
}

function textOf(world: World, node: SyntaxNode): string {
  return world.file.tree.source.slice(node.start, node.end);
}
