/** A change of the source that clang proposes. Columns from 1, in bytes; the end is the first byte that stays. */
export interface Fix {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** What stands there then. */
  readonly text: string;
}

// fix-it:"file":{line:column-line:column}:"text", as -fdiagnostics-parseable-fixits writes it
const form =
  /^fix-it:"(?<file>(?:[^"\\]|\\.)*)":\{(?<line>\d+):(?<column>\d+)-(?<endLine>\d+):(?<endColumn>\d+)\}:"(?<text>(?:[^"\\]|\\.)*)"$/;

/** Reads a line of clang's that tells a change; undefined for any other line. */
export function parseFix(line: string): Fix | undefined {
  const groups = form.exec(line)?.groups;
  if (!groups) return undefined;
  const number = (name: string): number => Number(groups[name]);
  return {
    file: unquote(groups['file'] ?? ''),
    line: number('line'),
    column: number('column'),
    endLine: number('endLine'),
    endColumn: number('endColumn'),
    text: unquote(groups['text'] ?? ''),
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

// Backslash, quotes, tab and line break have names; other bytes stand as octal numbers (raw_ostream::write_escaped).
function unquote(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x5c) {
      plain.push(byte);
      continue;
    }
    const rest = String.fromCharCode(...bytes.subarray(at + 1, at + 4));
    const octal = /^[0-3][0-7]{2}/.exec(rest)?.[0];
    if (octal) plain.push(Number.parseInt(octal, 8));
    else plain.push((escapes[rest.charAt(0)] ?? rest.charAt(0)).charCodeAt(0));
    at += octal ? 3 : 1;
  }
  return new TextDecoder().decode(new Uint8Array(plain));
}
