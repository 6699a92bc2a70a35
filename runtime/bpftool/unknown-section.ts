import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import type { AttachPoint, LoadContext } from '../attach/types.js';
import type { BpftoolError } from './bpftool.js';
import { newerLinux } from '../kernel/kind-versions.js';
import { labCure } from '../kernel/lab-cure.js';

/** The section that bpftool, or libbpf below it, says it does not know; undefined when it complains of something else. */
export function unknownSection(stderr: string): string | undefined {
  const said =
    /(?:failed to guess program type from|missing BPF prog type, check) ELF section(?: name)? '([^']*)'/;
  return said.exec(stderr)?.[1];
}

/** What a program can be in place of them. */
const alternatives: Readonly<Record<string, Message>> = {
  'kprobe.session': message`take separate programs for entry and return`,
  'uprobe.session': message`take separate programs for entry and return`,
};

/** The error for a bpftool that does not know a section: the kernel's lack goes first, since no bpftool mends it. */
export function explainUnknownSection(
  failure: BpftoolError,
  { kernel, points }: LoadContext,
): TseccError | undefined {
  const name = unknownSection(failure.stderr);
  const point = points.find(({ section }) => section === name);
  if (!point) return undefined;
  return (
    missingKind(point, kernel.release, failure) ??
    new TseccError(
      'tool-missing',
      message`load '${point.program}': the installed bpftool does not know the section ${point.section}`,
      {
        cure: message`install a newer bpftool: 7.6 knows every section that tsecli attaches`,
        cause: failure,
        log: failure.stderr,
      },
    )
  );
}

/** The error for a program that the kernel answered with EINVAL and no log, because its kind came later. */
export function explainMissingKind(
  failure: BpftoolError,
  { kernel, points }: LoadContext,
): TseccError | undefined {
  const name = /prog '([^']*)': BPF program load failed: Invalid argument/.exec(failure.stderr)?.[1];
  const point = points.find(({ program }) => program === name);
  return point && missingKind(point, kernel.release, failure);
}

function missingKind(point: AttachPoint, release: string, cause: BpftoolError): TseccError | undefined {
  const wanted = newerLinux(point.section, release);
  if (wanted === undefined) return undefined;
  // A section that came later than its kind is told by itself.
  const what = wanted === newerLinux(point.kind, release) ? point.kind : point.section;
  return new TseccError(
    'kernel-cannot',
    message`load '${point.program}': kernel ${release} has no ${what} programs (Linux ${wanted})`,
    { cure: labCure('newer kernel', alternatives[point.kind]), cause, log: cause.stderr },
  );
}
