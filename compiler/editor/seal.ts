import { createHash } from 'node:crypto';

/** How a text begins a comment and ends it, in its first line. */
interface Comment {
  readonly before: string;
  readonly after?: string;
}

/**
 * Puts a line before a text that says who wrote it and holds its hash, so that one can tell later whether somebody has
 * changed it.
 */
export function seal(body: string, { before, after = '' }: Comment): string {
  return `${before}Written by tsecc editor ${hash(body)}, and made anew by it unless you change it${after}\n${body}`;
}

/** True for a text that {@link seal} made and nobody changed since. */
export function isSealed(text: string): boolean {
  const end = text.indexOf('\n');
  const found = /Written by tsecc editor ([0-9a-f]+),/.exec(text.slice(0, Math.max(end, 0)))?.[1];
  return found === hash(text.slice(end + 1));
}

// As many digits as it takes to notice a change.
const hash = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 12);
