import { TseccError } from '../../core/errors.js';
import type { LoadContext } from '../attach/types.js';
import type { BpftoolError } from './bpftool.js';
import { labCure } from '../kernel/lab-cure.js';

/** The section that bpftool, or libbpf below it, says it does not know; undefined when it complains of something else. */
export function unknownSection(stderr: string): string | undefined {
  const said =
    /(?:failed to guess program type from|missing BPF prog type, check) ELF section(?: name)? '([^']*)'/;
  return said.exec(stderr)?.[1];
}

/** Kinds that the installed libbpf may not know, and the Linux that has them. */
const since: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  'kprobe.session': [6, 10],
  'uprobe.session': [6, 13],
};

/** The error for a bpftool that does not know a section: the kernel's lack goes first, since no bpftool mends it. */
export function explainUnknownSection(
  failure: BpftoolError,
  { kernel, points }: LoadContext,
): TseccError | undefined {
  const name = unknownSection(failure.stderr);
  const point = points.find(({ section }) => section === name);
  if (!point) return undefined;
  const wanted = since[point.kind];
  if (wanted && isOlder(kernel.release, wanted)) {
    return new TseccError(
      'kernel-cannot',
      `load '${point.program}': kernel ${kernel.release} has no ${point.kind} programs (Linux ${wanted.join('.')})`,
      {
        cure: labCure('newer kernel', 'take separate programs for entry and return'),
        cause: failure,
      },
    );
  }
  return new TseccError(
    'tool-missing',
    `load '${point.program}': the installed bpftool does not know the section ${point.section}`,
    { cure: 'install a newer bpftool', cause: failure, log: failure.stderr },
  );
}

/** Whether `uname -r` is of an earlier version. */
function isOlder(release: string, [major, minor]: readonly [number, number]): boolean {
  const [, first = '0', second = '0'] = /^(\d+)\.(\d+)/.exec(release) ?? [];
  return Number(first) < major || (Number(first) === major && Number(second) < minor);
}
