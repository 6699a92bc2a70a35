import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import type { AttachPoint, LoadContext } from '../attach/types.js';
import type { BpftoolError } from './bpftool.js';
import { labCure } from '../kernel/lab-cure.js';

/** The section that bpftool, or libbpf below it, says it does not know; undefined when it complains of something else. */
export function unknownSection(stderr: string): string | undefined {
  const said =
    /(?:failed to guess program type from|missing BPF prog type, check) ELF section(?: name)? '([^']*)'/;
  return said.exec(stderr)?.[1];
}

/** The Linux that brought a kind, or one section of it, where that may be newer than the kernel. */
const since: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  syscall: [5, 14],
  lsm_cgroup: [6, 0],
  netfilter: [6, 4],
  'cgroup/connect_unix': [6, 7],
  'cgroup/sendmsg_unix': [6, 7],
  'cgroup/recvmsg_unix': [6, 7],
  'cgroup/getpeername_unix': [6, 7],
  'cgroup/getsockname_unix': [6, 7],
  'kprobe.session': [6, 10],
  'uprobe.session': [6, 13],
};

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
  const what = Object.hasOwn(since, point.section) ? point.section : point.kind;
  const wanted = wantedLinux(what, release);
  if (wanted === undefined) return undefined;
  return new TseccError(
    'kernel-cannot',
    message`load '${point.program}': kernel ${release} has no ${what} programs (Linux ${wanted})`,
    { cure: labCure('newer kernel', alternatives[point.kind]), cause, log: cause.stderr },
  );
}

/** The Linux that brought a kind or a section, `6.10`, if this one is older; undefined otherwise. */
export function wantedLinux(kind: string, release: string): string | undefined {
  const wanted = Object.hasOwn(since, kind) ? since[kind] : undefined;
  return wanted && isOlder(release, wanted) ? wanted.join('.') : undefined;
}

/** Whether `uname -r` is of an earlier version. */
function isOlder(release: string, [major, minor]: readonly [number, number]): boolean {
  const [, first = '0', second = '0'] = /^(\d+)\.(\d+)/.exec(release) ?? [];
  return Number(first) < major || (Number(first) === major && Number(second) < minor);
}
