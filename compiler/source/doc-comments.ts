import type { Token } from './tokens.js';

/** A doc comment: a run of `///` lines, or one block that opens with two stars or with a star and `!`. */
export interface DocComment {
  readonly start: number;
  readonly end: number;
  /** It speaks of what stands before it: `///<`, or a doc comment that follows a declaration on its line. */
  readonly trailing: boolean;
  /** Its lines without the decoration, each with the offset in the source where it begins. */
  readonly lines: readonly { readonly text: string; readonly offset: number }[];
}

/**
 * Finds the doc comments among a source's tokens, as clang tells them from plain ones: `///` and `//!` but not `////`,
 * two stars but not three. Neighbouring lines of `///` are one comment, as long as they point the same way.
 */
export function findDocComments(text: string, tokens: readonly Token[]): DocComment[] {
  const found: Growing[] = [];
  let codeBefore: Token | undefined;
  for (const token of tokens) {
    if (token.kind !== 'comment') {
      codeBefore = token;
      continue;
    }
    const opening = /^(?:\/\/(?:\/(?!\/)|!)|\/\*(?:\*(?![*/])|!))(<?)/.exec(
      text.slice(token.start, token.start + 5),
    );
    if (!opening) continue;
    const trailing = opening[1] === '<' || followsDeclaration(text, codeBefore, token);
    const comment = {
      start: token.start,
      end: token.end,
      trailing,
      lines: readLines(text, token, opening[0].length),
    };
    const before = found.at(-1);
    if (before && mayJoin(text, before, comment) && (codeBefore?.end ?? 0) <= before.start) {
      before.lines.push(...comment.lines);
      before.end = comment.end;
    } else {
      found.push(comment);
    }
  }
  return found;
}

interface Growing extends DocComment {
  end: number;
  readonly lines: DocComment['lines'][number][];
}

function followsDeclaration(text: string, codeBefore: Token | undefined, token: Token): boolean {
  if (codeBefore?.kind !== 'punctuation' || !';,}'.includes(text.charAt(codeBefore.start))) return false;
  return !text.slice(codeBefore.end, token.start).includes('\n');
}

/** A line comment goes on the one in the line before. */
function mayJoin(text: string, before: DocComment, after: DocComment): boolean {
  return (
    before.trailing === after.trailing &&
    text.startsWith('//', before.start) &&
    text.startsWith('//', after.start) &&
    /^[ \t]*\r?\n[ \t]*$/.test(text.slice(before.end, after.start))
  );
}

function readLines(text: string, token: Token, opening: number): Growing['lines'] {
  const block = text.startsWith('/*', token.start);
  const closed = block && text.slice(token.start + 2, token.end).endsWith('*/');
  const end = closed ? token.end - 2 : token.end;
  const lines: { text: string; offset: number }[] = [];
  for (let start = Math.min(token.start + opening, end); start <= end;) {
    const feed = text.indexOf('\n', start);
    const lineEnd = feed < 0 || feed > end ? end : feed;
    const line = text.slice(start, lineEnd);
    // In a block, a star at the start of each line after the first is decoration.
    const pattern = block && lines.length > 0 ? /^[ \t]*\*? ?/ : /^ ?/;
    const decoration = pattern.exec(line)?.[0].length ?? 0;
    lines.push({ text: line.slice(decoration).trimEnd(), offset: start + decoration });
    start = lineEnd + 1;
  }
  return lines;
}
