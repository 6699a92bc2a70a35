import { readDeclarator, type Declarator } from './declarator.js';
import { docFinder, type DocFinder } from './doc-finder.js';
import type { SectionMark } from './mask-idioms.js';
import { countBefore } from './ordered.js';
import { readTag } from './tags.js';
import { childOf, childrenOf } from './tree.js';
import type {
  Declarations,
  FunctionFact,
  MapFact,
  SyntaxNode,
  SyntaxTree,
  Tag,
  TypedefFact,
  TypeUse,
  VariableFact,
} from './types.js';

interface Reading {
  readonly tree: SyntaxTree;
  readonly docs: DocFinder;
  readonly functions: FunctionFact[];
  readonly maps: MapFact[];
  readonly variables: VariableFact[];
  readonly tags: Tag[];
  readonly typedefs: TypedefFact[];
}

/**
 * Reads what a source declares. Both branches of an `#if` count, what is commented out does not, and what stands
 * beside something that is not C is still found.
 */
export function readDeclarations(tree: SyntaxTree): Declarations {
  const reading: Reading = {
    tree,
    docs: docFinder(tree.masked),
    functions: [],
    maps: [],
    variables: [],
    tags: [],
    typedefs: [],
  };
  let after = 0;
  for (const node of topLevel(tree.root)) {
    readTopLevel(reading, node, after);
    after = node.end;
  }
  const { functions, maps, variables, tags, typedefs, docs } = reading;
  return { tree, functions, maps, variables, tags, typedefs, loose: docs.rest() };
}

/** The declarations of a file; what an error or a linkage block holds is looked into. */
function* topLevel(root: SyntaxNode): Generator<SyntaxNode> {
  const open = [...root.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (/^(?:ERROR|linkage_specification|declaration_list)$/.test(node.type)) {
      for (const child of [...node.children].reverse()) open.push(child);
    } else {
      yield node;
    }
  }
}

function readTopLevel(reading: Reading, node: SyntaxNode, after: number): void {
  switch (node.type) {
    case 'function_definition':
      readTags(reading, childOf(node, 'type'), node);
      return readFunction(reading, node, after);
    case 'declaration':
      readTags(reading, childOf(node, 'type'), node);
      return readVariables(reading, node, after);
    case 'type_definition':
      readTags(reading, childOf(node, 'type'), node);
      return readTypedefs(reading, node);
    case 'struct_specifier':
    case 'union_specifier':
    case 'enum_specifier':
      return readTags(reading, node, node);
    default:
  }
}

/** A tag's definition shares its doc comment with what is declared by it: one comment above speaks of both. */
function readTags(reading: Reading, type: SyntaxNode | undefined, whole: SyntaxNode): void {
  if (type && childOf(type, 'body')) reading.tags.push(...readTag(reading.tree, reading.docs, type, whole));
}

function readFunction(reading: Reading, node: SyntaxNode, after: number): void {
  const { name, parameters } = readDeclarator(childOf(node, 'declarator'));
  const body = childOf(node, 'body');
  if (!name || !body) return;
  const [first, ...others] =
    parameters?.children.filter(({ type }) => type === 'parameter_declaration') ?? [];
  const named = programMacro(reading.tree, name, first);
  const sections = sectionsBetween(reading.tree, after, body.start);
  reading.functions.push({
    name: textOf(reading.tree, named ?? name),
    at: (named ?? name).start,
    doc: reading.docs.of(node),
    section: sections[0]?.name,
    isProgram: sections.length > 0,
    parameters: (named || !first || isVoid(reading.tree, first) ? others : [first, ...others]).map(
      (parameter) => {
        const declarator = readDeclarator(childOf(parameter, 'declarator'));
        const type = readTypeUse(reading.tree, childOf(parameter, 'type'), declarator);
        return { name: declarator.name ? textOf(reading.tree, declarator.name) : '', type };
      },
    ),
    body,
  });
}

const isVoid = (tree: SyntaxTree, parameter: SyntaxNode): boolean => textOf(tree, parameter) === 'void';

/** In `int BPF_KPROBE(name, …)` the first argument is the function's name; so it is in macros like it. */
function programMacro(
  tree: SyntaxTree,
  name: SyntaxNode,
  first: SyntaxNode | undefined,
): SyntaxNode | undefined {
  if (!/^[A-Z][A-Z0-9_]+$/.test(textOf(tree, name)) || first?.children.length !== 1) return undefined;
  const type = childOf(first, 'type');
  return type?.type === 'type_identifier' ? type : undefined;
}

function readVariables(reading: Reading, node: SyntaxNode, after: number): void {
  const { tree, docs } = reading;
  const words = node.children
    .filter(({ type }) => type === 'type_qualifier' || type === 'storage_class_specifier')
    .map((child) => textOf(tree, child));
  const type = childOf(node, 'type');
  const declarators = childrenOf(node, 'declarator');
  declarators.forEach((child, index) => {
    const declarator = readDeclarator(child);
    if (!declarator.name || (declarator.parameters && declarator.pointers === 0)) return;
    const until = declarators[index + 1]?.start ?? node.end;
    const leading = sectionsBetween(tree, after, declarators[0]?.start ?? node.start);
    const section = [...leading, ...sectionsBetween(tree, child.start, until)][0];
    const declared = { name: textOf(tree, declarator.name), at: declarator.name.start, doc: docs.of(node) };
    const fields = mapFields(reading, type);
    if (section?.name === '.maps' || section?.name === 'maps' || fields.has('type')) {
      reading.maps.push({
        ...declared,
        type: fields.get('type'),
        key: fields.get('key'),
        value: fields.get('value'),
      });
      return;
    }
    reading.variables.push({
      ...declared,
      section: section?.name,
      type: readTypeUse(tree, type, declarator),
      const: words.includes('const'),
      volatile: words.includes('volatile'),
      static: words.includes('static'),
      extern: words.includes('extern'),
    });
  });
}

function sectionsBetween(
  { masked: { sections } }: SyntaxTree,
  from: number,
  to: number,
): readonly SectionMark[] {
  return sections.slice(countBefore(sections, from), countBefore(sections, to));
}

/** The `__uint(…)` and `__type(…)` of a map's own definition, or of the struct that it names. */
function mapFields({ tree, tags }: Reading, type: SyntaxNode | undefined): ReadonlyMap<string, string> {
  const name = type && childOf(type, 'name');
  const tag = name && tags.find((candidate) => candidate.name === textOf(tree, name));
  const owner = (type && childOf(type, 'body')?.start) ?? tag?.bodyAt;
  const own = owner === undefined ? [] : tree.masked.mapFields.filter((field) => field.owner === owner);
  return new Map(own.map((field) => [field.name, field.value]));
}

function readTypedefs({ tree, docs, typedefs }: Reading, node: SyntaxNode): void {
  for (const child of childrenOf(node, 'declarator')) {
    const declarator = readDeclarator(child);
    if (!declarator.name) continue;
    const type = readTypeUse(tree, childOf(node, 'type'), declarator);
    typedefs.push({
      name: textOf(tree, declarator.name),
      at: declarator.name.start,
      doc: docs.of(node),
      type,
    });
  }
}

/** The type of a declaration, from its `type` child and a declarator. */
export function readTypeUse(tree: SyntaxTree, type: SyntaxNode | undefined, declarator: Declarator): TypeUse {
  const { pointers, arrays } = declarator;
  const tag = /^(struct|union|enum)_specifier$/.exec(type?.type ?? '')?.[1];
  if (type && (tag === 'struct' || tag === 'union' || tag === 'enum')) {
    const name = childOf(type, 'name');
    return {
      kind: tag,
      name: name && textOf(tree, name),
      pointers,
      arrays,
      bodyAt: childOf(type, 'body')?.start,
    };
  }
  return {
    kind: 'name',
    name: type && textOf(tree, type).replace(/\s+/g, ' '),
    pointers,
    arrays,
    bodyAt: undefined,
  };
}

function textOf(tree: SyntaxTree, node: SyntaxNode): string {
  return tree.source.slice(node.start, node.end);
}
