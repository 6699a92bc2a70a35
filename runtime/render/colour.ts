/** SGR codes of ECMA-48, as pairs of on and off. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof codes;

/** Puts text into a style, or gives it back as it is. */
export type Paint = (style: Style, text: string) => string;

/**
 * Whether to colour: only on a terminal that is not `dumb`, and never when NO_COLOR is set to anything
 * (no-color.org). FORCE_COLOR colours elsewhere too, for pipes into a pager.
 */
export function wantsColour(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** A {@link Paint} that colours or does not. The text must be safe for a terminal already. */
export function paintWith(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (style, text) => `\x1b[${codes[style][0]}m${text}\x1b[${codes[style][1]}m`;
}
