import type { SourceLocation } from '../../core/diagnostics.js';
import { message, type Message } from '../../core/message.js';
import type { Fix } from './parse-fix.js';

/** What clang proposes, as words: where it proposes one change, in the line that is shown. */
export function describeFix(
  [fix, ...more]: readonly Fix[],
  location: SourceLocation | undefined,
): Message | undefined {
  if (!fix || more.length > 0 || fix.file !== location?.file || fix.line !== location.line) return undefined;
  if (fix.endLine !== fix.line || location.lineText === undefined) return undefined;
  const bytes = new TextEncoder().encode(location.lineText);
  const old = new TextDecoder().decode(bytes.subarray(fix.column - 1, fix.endColumn - 1));
  if (fix.text === '') return message`remove '${old}'`;
  if (old !== '') return message`write '${fix.text}' in place of '${old}'`;
  return message`write '${fix.text}' at column ${fix.column}`;
}
