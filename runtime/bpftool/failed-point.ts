import type { AttachPoint } from '../attach/types.js';
import { BpftoolError } from './bpftool.js';
import { unknownSection } from './unknown-section.js';

/** How libbpf begins its complaint about one program. */
const complaint = /^libbpf: prog '([^']*)': (?:BPF program load failed|-- BEGIN |failed to |relo #\d+: )/m;

/** The program for whose sake an object could not be loaded; undefined where the failure is not one program's. */
export function failedPoint(error: unknown, points: readonly AttachPoint[]): AttachPoint | undefined {
  const failure = error instanceof Error ? error.cause : undefined;
  if (!(failure instanceof BpftoolError)) return undefined;
  const program = complaint.exec(failure.stderr)?.[1];
  const section = unknownSection(failure.stderr);
  return points.find((point) => point.program === program || point.section === section);
}
