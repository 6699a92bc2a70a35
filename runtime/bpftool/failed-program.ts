import { BpftoolError } from './bpftool.js';

/** How libbpf begins its complaint about one program. */
const complaint =
  /^libbpf: prog '([^']*)': (?:BPF program load failed|-- BEGIN |failed to |missing BPF prog type|relo #\d+: )/m;

/** The program for whose sake an object could not be loaded; undefined where the failure is not one program's. */
export function failedProgram(error: unknown): string | undefined {
  const failure = error instanceof Error ? error.cause : undefined;
  return failure instanceof BpftoolError ? complaint.exec(failure.stderr)?.[1] : undefined;
}
