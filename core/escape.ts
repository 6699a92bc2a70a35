// Control characters (C0, DEL, C1), halves of surrogate pairs, and what turns the direction of the text around.
const hostile = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** What nearly all text is. Seen at a tenth of the cost. */
const printable = /^[ -~]*$/;

/**
 * Makes characters visible that would act on a terminal instead of showing on it: `\x1b` for control characters,
 * `\u{202e}` for bidi overrides and lone surrogates. Ordinary Unicode stays.
 * With `keepLines`, tabs and line feeds stay too, for text of several lines.
 */
export function escapeText(text: string, options: { readonly keepLines?: boolean } = {}): string {
  if (printable.test(text)) return text;
  return text.replace(hostile, (character) =>
    options.keepLines && (character === '\n' || character === '\t') ? character : escapeCharacter(character),
  );
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}
