import { BtfError } from './btf-error.js';
import { maxDepth, typeAt } from './type-at.js';
import type { Btf, BtfType } from './types.js';
import { message } from '../message.js';

/** More types than any real declaration has; parameters of parameters could otherwise grow without bounds. */
const maxTypes = 1_000;

/** The kernel takes no longer names (KSYM_NAME_LEN, Linux 6.1). */
const maxNameLength = 512;

/** State of one spelling: how many types it has met. */
interface Spelling {
  readonly btf: Btf;
  readonly id: number;
  readonly qualified: boolean;
  types: number;
}

/**
 * A type as C spells it: `const char *`, `int[4]`, `struct foo`, `void (*)(int, ...)`, `struct {...}` for one
 * without a name. A variable, and what a declaration tag is on, gives its type; a function gives its prototype with
 * its name. Type tags are left out. Throws {@link BtfError} for an unknown id and for what nests without end.
 */
export function typeName(btf: Btf, id: number): string {
  return spell({ btf, id, qualified: true, types: 0 }, id, '', '', 0);
}

/**
 * A type as {@link typeName} spells it, but without const, volatile and restrict wherever they stand: what the type is
 * when it comes to setting a value (`strip_mods` of libbpf's btf_dump.c). Throws as typeName does.
 */
export function plainTypeName(btf: Btf, id: number): string {
  return spell({ btf, id, qualified: false, types: 0 }, id, '', '', 0);
}

/**
 * C declarations are written from the inside out: `declarator` is what is already known to stand around the
 * name's place, `qualifiers` what is to stand before the innermost type.
 */
function spell(state: Spelling, id: number, declarator: string, qualifiers: string, depth: number): string {
  const type = typeAt(state.btf, id);
  if (depth > maxDepth || ++state.types > maxTypes) {
    throw new BtfError(message`name type ${state.id}: its types lie one in another without end`);
  }
  if ('name' in type && type.name.length > maxNameLength) {
    throw new BtfError(
      message`name type ${state.id}: type ${id} has a name of ${type.name.length} characters`,
    );
  }
  const next = (typeId: number, inner: string, outer = '') => spell(state, typeId, inner, outer, depth + 1);
  switch (type.kind) {
    case 'ptr':
      return next(type.typeId, pointTo(state.btf, type.typeId, qualifyPointer(qualifiers, declarator)));
    case 'array':
      return next(type.elementTypeId, `${declarator}[${type.length}]`, qualifiers);
    case 'func_proto':
      return next(type.returnTypeId, `${declarator}(${spellParameters(state, type.parameters, depth)})`);
    case 'func':
      return next(type.typeId, type.name);
    case 'const':
    case 'volatile':
    case 'restrict':
      return next(type.typeId, declarator, state.qualified ? `${qualifiers}${type.kind} ` : '');
    case 'type_tag':
    case 'decl_tag':
    case 'var':
      return next(type.typeId, declarator, qualifiers);
    default:
      return join(`${qualifiers}${baseName(type)}`, declarator);
  }
}

function spellParameters(
  state: Spelling,
  parameters: readonly { readonly name: string; readonly typeId: number }[],
  depth: number,
): string {
  if (parameters.length === 0) return 'void';
  return parameters
    .map(({ name, typeId }, index) =>
      index === parameters.length - 1 && typeId === 0 && name === ''
        ? '...'
        : spell(state, typeId, '', '', depth + 1),
    )
    .join(', ');
}

/** `*` binds weaker than what stands behind a name, so pointers to arrays and functions need parentheses. */
function pointTo(btf: Btf, targetId: number, declarator: string): string {
  const kind = skipPlainQualifiers(btf, targetId);
  return kind === 'array' || kind === 'func_proto' ? `(*${declarator})` : `*${declarator}`;
}

/** Unlike skipQualifiers, stops at typedefs: their names are what is spelt. */
function skipPlainQualifiers(btf: Btf, id: number): BtfType['kind'] {
  let type = typeAt(btf, id);
  for (let depth = 0; depth < maxDepth; depth++) {
    if (
      type.kind !== 'const' &&
      type.kind !== 'volatile' &&
      type.kind !== 'restrict' &&
      type.kind !== 'type_tag'
    ) {
      break;
    }
    type = typeAt(btf, type.typeId);
  }
  return type.kind;
}

/** A pointer's own qualifiers stand behind its star: `char *const`. */
function qualifyPointer(qualifiers: string, declarator: string): string {
  return declarator === '' || declarator.startsWith('[')
    ? qualifiers.trimEnd() + declarator
    : qualifiers + declarator;
}

function join(base: string, declarator: string): string {
  return declarator === '' || declarator.startsWith('[') ? base + declarator : `${base} ${declarator}`;
}

type NamedType = Exclude<
  BtfType,
  { readonly kind: 'ptr' | 'array' | 'func_proto' | 'func' | 'const' | 'volatile' | 'restrict' | 'type_tag' }
>;

function baseName(type: NamedType): string {
  switch (type.kind) {
    case 'void':
      return 'void';
    case 'struct':
    case 'union':
      return `${type.kind} ${type.name || '{...}'}`;
    case 'enum':
    case 'enum64':
      return `enum ${type.name || '{...}'}`;
    case 'fwd':
      return `${type.union ? 'union' : 'struct'} ${type.name}`;
    default:
      return type.name;
  }
}
