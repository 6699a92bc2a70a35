/** When a source has to be parsed for what its object alone does not say. */
export type ReadingTime =
  /** Before clang runs: clang is to keep types that the source hands out. */
  | 'before'
  /** While clang runs. */
  | 'beside'
  /** Not at all: the parser is not even loaded. */
  | 'never';

// The helpers that fill buffers (output-calls.ts, which is not loaded for this), and the words that name types.
const handsOut =
  /\b(?:bpf|tsecc)_(?:ringbuf_(?:reserve|output|reserve_dynptr)|(?:perf_event|skb|xdp)_output)\b/;
const namesTypes = /[@\\](?:event|format)\b/;
// As doc-comments.ts has it: `///` and `//!` but not `////`, two stars but not three.
const docComment = /(?<!\/)\/\/(?:\/(?!\/)|!)|\/\*(?:\*(?![*/])|!)/;

/** Says when to parse a source, by a look at its text. To parse too early or too often costs time and nothing else. */
export function readingTime(text: string): ReadingTime {
  if (handsOut.test(text)) return 'before';
  if (!docComment.test(text)) return 'never';
  return namesTypes.test(text) ? 'before' : 'beside';
}
