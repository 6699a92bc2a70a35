/** A heading of a text, and the word by which links find it, as GitHub makes it. */
export interface Heading {
  readonly level: number;
  readonly title: string;
  readonly anchor: string;
}

/** The headings of a Markdown text, in their order; what stands in fenced blocks is none. */
export function readHeadings(markdown: string): readonly Heading[] {
  const prose = markdown.replaceAll(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', title = '']) => ({
    level: marks.length,
    title: title.replaceAll(/[`*]/g, ''),
    anchor: anchorOf(title),
  }));
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
