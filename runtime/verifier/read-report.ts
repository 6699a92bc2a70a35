import type { KernelReport } from './types.js';

/** How the report begins that Linux 7.3 and newer put behind the verifier's last words. */
export const reportTitle = /^Verification failed: (.*)$/;

/**
 * Reads the report from its lines: a title, then parts that a word with a colon begins (`Reason:`, `At:`,
 * `Causal path:`, `Suggestion:`) and whose lines are indented.
 */
export function readReport(lines: readonly string[]): KernelReport | undefined {
  const title = reportTitle.exec(lines[0] ?? '')?.[1];
  if (title === undefined) return undefined;
  const part = (name: string): string | undefined => {
    const start = lines.indexOf(`${name}:`);
    if (start < 0) return undefined;
    const length = lines.slice(start + 1).findIndex((line) => !line.startsWith(' '));
    const words = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
    return words.map((line) => line.trim()).join(' ') || undefined;
  };
  return { title, reason: part('Reason'), suggestion: part('Suggestion') };
}
