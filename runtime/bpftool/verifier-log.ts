/** What the verifier said of a program it refused, cut out of bpftool's messages. */
export interface VerifierRefusal {
  readonly program: string;
  /** The whole log. */
  readonly log: string;
  /** The line that names the reason. */
  readonly reason: string;
  /** The source line nearest before the reason, when the object has line information. */
  readonly source: string | undefined;
}

/** libbpf's frame around a log: `libbpf: prog 'x': -- BEGIN PROG LOAD LOG --` … `-- END PROG LOAD LOG --`. */
const frame =
  /prog '([^']*)': -- BEGIN (?:PROG LOAD|DUMP) LOG --\n([\s\S]*?)(?:-- END (?:PROG LOAD|DUMP) LOG --|$)/;

/** Finds the verifier's refusal in libbpf's messages; undefined when there is none or its log is empty. */
export function findRefusal(stderr: string): VerifierRefusal | undefined {
  const match = frame.exec(stderr);
  const log = match?.[2]?.trimEnd() ?? '';
  const lines = log.split('\n').filter((line) => line.trim() !== '' && !isClosing(line));
  const reason = lines.at(-1);
  if (!match || reason === undefined) return undefined;
  return { program: match[1] ?? '', log, reason: reason.trim(), source: lastSource(lines) };
}

/** Lines after the reason: statistics, and what libbpf adds. */
function isClosing(line: string): boolean {
  return /^(?:processed \d+ insns|verification time|stack depth|peak_states)/.test(line);
}

/** The verifier writes source lines as `; text @ file:line` (file and line since Linux 6.10). */
function lastSource(lines: readonly string[]): string | undefined {
  return lines
    .findLast((line) => line.startsWith(';'))
    ?.slice(1)
    .trim();
}
