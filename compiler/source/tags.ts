import { readDeclarator } from './declarator.js';
import type { DocFinder } from './doc-finder.js';
import { countBefore } from './ordered.js';
import { childOf, childrenOf } from './tree.js';
import type { SyntaxNode, SyntaxTree, Tag, TagMember } from './types.js';

/**
 * Reads a definition and those within it, the outer one first. `whole` is the declaration it stands in, which its
 * doc comment is beside.
 */
export function readTag(tree: SyntaxTree, docs: DocFinder, node: SyntaxNode, whole: SyntaxNode): Tag[] {
  const tags: Tag[] = [];
  const waiting: { node: SyntaxNode; whole: SyntaxNode; path: readonly string[] }[] = [
    { node, whole, path: [] },
  ];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const kind = /^(struct|union|enum)_specifier$/.exec(next.node.type)?.[1];
    const body = childOf(next.node, 'body');
    if (!body || (kind !== 'struct' && kind !== 'union' && kind !== 'enum')) continue;
    const { path } = next;
    const name = childOf(next.node, 'name');
    const tagName = name && textOf(tree, name);
    const members: TagMember[] = [];
    for (const member of body.children) {
      const type = childOf(member, 'type');
      const declared = member.type === 'enumerator' ? [childOf(member, 'name')] : declaredNames(member);
      for (const child of declared) {
        members.push({
          name: child ? textOf(tree, child) : '',
          at: child?.start ?? member.start,
          doc: docs.of(member),
        });
      }
      const inner = path.length > 0 ? path : [tagName ?? ''];
      const [first] = declared;
      if (type)
        waiting.push({ node: type, whole: member, path: first ? [...inner, textOf(tree, first)] : inner });
    }
    tags.push({
      kind,
      name: tagName,
      path,
      at: name?.start ?? next.node.start,
      bodyAt: body.start,
      rootAt: childOf(node, 'body')?.start ?? body.start,
      packed: isPacked(tree, next.node, body),
      members,
      doc: docs.of(next.whole),
    });
  }
  return tags;
}

function declaredNames(member: SyntaxNode): (SyntaxNode | undefined)[] {
  const declarators = childrenOf(member, 'declarator');
  if (declarators.length > 0) return declarators.map((child) => readDeclarator(child).name);
  return member.type === 'field_declaration' ? [undefined] : [];
}

/** `packed` stands before the tag, or behind the closing brace. */
function isPacked(tree: SyntaxTree, node: SyntaxNode, body: SyntaxNode): boolean {
  const { barriers, packed } = tree.masked;
  const until = barriers[countBefore(barriers, body.end)]?.start ?? Infinity;
  return packed.some((at) => (at >= node.start && at < body.start) || (at >= body.end && at < until));
}

function textOf(tree: SyntaxTree, node: SyntaxNode): string {
  return tree.source.slice(node.start, node.end);
}
