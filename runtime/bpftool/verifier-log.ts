/** What the verifier said of a program it refused, cut out of bpftool's messages. */
export interface VerifierRefusal {
  readonly program: string;
  /** The whole log. */
  readonly log: string;
  /** How libbpf names the error: `Permission denied`. */
  readonly failure: string | undefined;
}

/** libbpf's frame around a log: `libbpf: prog 'x': -- BEGIN PROG LOAD LOG --` … `-- END PROG LOAD LOG --`. */
const frame =
  /prog '([^']*)': -- BEGIN (?:PROG LOAD|DUMP) LOG --\n([\s\S]*?)(?:-- END (?:PROG LOAD|DUMP) LOG --|$)/;

/** Finds the verifier's refusal in libbpf's messages; undefined when there is none or its log is empty. */
export function findRefusal(stderr: string): VerifierRefusal | undefined {
  const match = frame.exec(stderr);
  const log = match?.[2]?.trimEnd() ?? '';
  if (!match || !log.split('\n').some((line) => line.trim() !== '' && !isClosing(line))) return undefined;
  const failure = /: BPF program load failed: ([^\n]*)/.exec(stderr)?.[1];
  return { program: match[1] ?? '', log, failure };
}

/** Lines after the reason: statistics, and what libbpf adds. */
function isClosing(line: string): boolean {
  return /^(?:processed \d+ insns|verification time|stack depth|peak_states)/.test(line);
}
