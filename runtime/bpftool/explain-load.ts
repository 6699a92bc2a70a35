import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import type { BpfObject } from '../../core/object/types.js';
import { missingFunction } from '../attach/missing-function.js';
import { missingHook } from '../attach/missing-hook.js';
import { missingTracepoint } from '../attach/missing-tracepoint.js';
import type { LoadContext, AttachPoint } from '../attach/types.js';
import { isFullyPrivileged, lackingCapabilities, nameCapabilities } from '../kernel/capabilities.js';
import type { BpftoolError } from './bpftool.js';
import { explainMissingKind, explainUnknownSection } from './unknown-section.js';
import { findRefusal } from './verifier-log.js';
import { labCure } from '../kernel/lab-cure.js';
import { explainRefusal } from '../verifier/explain.js';
import { VerifierError } from '../verifier/verifier-error.js';

/** A failed load, as a sentence about its real cause. Pure reading of what libbpf said; asks the kernel for names only. */
export function explainLoadFailure(
  failure: BpftoolError,
  context: LoadContext,
  object?: BpfObject,
): TseccError {
  for (const explain of explanations) {
    const found = explain(failure, context, object);
    if (found) return found;
  }
  return new TseccError('unforeseen', message`load package: ${lastMessage(failure.stderr)}`, {
    cause: failure,
    log: failure.stderr,
  });
}

type Explanation = (
  failure: BpftoolError,
  context: LoadContext,
  object: BpfObject | undefined,
) => TseccError | undefined;

/** In the order of trust: what the verifier says is more telling than the error number that follows it. */
const explanations: readonly Explanation[] = [
  verifierRefused,
  kernelFunctionMissing,
  targetMissing,
  explainUnknownSection,
  explainMissingKind,
  btfMissing,
  memoryLocked,
  notPermitted,
  bpfMissing,
  mapRefused,
  objectRefused,
];

function verifierRefused(
  failure: BpftoolError,
  { kernel }: LoadContext,
  object: BpfObject | undefined,
): TseccError | undefined {
  const refusal = findRefusal(failure.stderr);
  if (!refusal) return undefined;
  const explanation = explainRefusal({ ...refusal, release: kernel.release, object });
  return new VerifierError(explanation, { cause: failure, log: refusal.log });
}

/** libbpf looks for the kernel's functions itself, before the verifier is asked. */
function kernelFunctionMissing(failure: BpftoolError, { kernel }: LoadContext): TseccError | undefined {
  const name = /extern \(func ksym\) '([^']*)': not found in kernel/.exec(failure.stderr)?.[1];
  if (name === undefined) return undefined;
  return new TseccError(
    'kernel-cannot',
    message`load package: kernel ${kernel.release} has no function ${name}() that programs may call`,
    { cure: labCure('newer kernel'), cause: failure, log: failure.stderr },
  );
}

function targetMissing(failure: BpftoolError, context: LoadContext): TseccError | undefined {
  const match = /prog '([^']*)': failed to find kernel BTF type ID of '([^']*)'/.exec(failure.stderr);
  const point = context.points.find((candidate) => candidate.program === match?.[1]);
  if (!match || !point) return undefined;
  if (point.kind === 'tp_btf') return missingTracepoint(point, context, failure);
  return (
    missingHook(point, context.kernel, failure) ??
    missingFunction(context.kernel, point, context.points, failure) ??
    withoutBtfOf(point, context, failure)
  );
}

function withoutBtfOf(point: AttachPoint, { kernel }: LoadContext, cause: unknown): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${point.program}' to ${point.section}: the BTF of kernel ${kernel.release} does not describe ${point.target}`,
    { cure: labCure('kernel', message`take a kprobe on it instead`), cause },
  );
}

function btfMissing(failure: BpftoolError, { kernel }: LoadContext): TseccError | undefined {
  if (
    !/kernel BTF is missing|failed to find valid kernel BTF|[Ee]rror loading vmlinux BTF/.test(failure.stderr)
  ) {
    return undefined;
  }
  return new TseccError(
    'kernel-cannot',
    message`load package: kernel ${kernel.release} describes no types (built without CONFIG_DEBUG_INFO_BTF)`,
    { cure: labCure('kernel'), cause: failure, log: failure.stderr },
  );
}

/** Before Linux 5.11 maps and programs count as memory that a process locks; libbpf guesses so on any kernel. */
function memoryLocked(failure: BpftoolError, { kernel }: LoadContext): TseccError | undefined {
  const limit = /try raising 'ulimit -l'\? current value: ([^\n]*)/.exec(failure.stderr)?.[1];
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(kernel.release) ?? []).map(Number);
  if (limit === undefined || major > 5 || (major === 5 && minor >= 11)) return undefined;
  return new TseccError(
    'not-permitted',
    message`load package: this process may lock no more than ${limit} of memory, and kernel ${kernel.release} counts maps and programs as such`,
    {
      cure: message`raise it: ulimit -l unlimited, or run it with CAP_SYS_RESOURCE`,
      cause: failure,
      log: failure.stderr,
    },
  );
}

function notPermitted(failure: BpftoolError, { kernel }: LoadContext): TseccError | undefined {
  if (!/Operation not permitted|Permission denied|\(-1\)|\(-13\)/.test(failure.stderr)) return undefined;
  const program = /prog '([^']*)': BPF program load failed/.exec(failure.stderr)?.[1];
  const object = program === undefined ? message`package` : `'${program}'`;
  const details = { cause: failure, log: failure.stderr };
  if (!isFullyPrivileged(kernel)) {
    return new TseccError(
      'not-permitted',
      message`load ${object}: this user lacks ${nameCapabilities(lackingCapabilities(kernel)) || 'CAP_SYS_ADMIN'}`,
      {
        cure: labCure('rights', message`run it with sudo`),
        ...details,
      },
    );
  }
  return new TseccError(
    'not-permitted',
    message`load ${object}: the kernel forbids it even to root: it is locked down, or this is a container without the right`,
    { cure: labCure('rights'), ...details },
  );
}

function bpfMissing(failure: BpftoolError, { kernel }: LoadContext): TseccError | undefined {
  if (!/Function not implemented|\(-38\)/.test(failure.stderr)) return undefined;
  return new TseccError(
    'kernel-cannot',
    message`load package: kernel ${kernel.release} has no bpf(2) (CONFIG_BPF_SYSCALL)`,
    {
      cure: labCure('kernel'),
      cause: failure,
      log: failure.stderr,
    },
  );
}

/** E2BIG, ENOMEM and ENOSPC, as libbpf ends its complaint about a map. */
const tooLarge = /failed to create: [^\n]*\(-(?:7|12|28)\)/;

function mapRefused(failure: BpftoolError, { kernel }: LoadContext): TseccError | undefined {
  const match = /map '([^']*)': failed to create: ([^\n]*)/.exec(failure.stderr);
  if (!match) return undefined;
  if (tooLarge.test(failure.stderr)) {
    const [, name = ''] = match;
    return new TseccError(
      'kernel-cannot',
      message`create map '${name}': it is larger than the kernel's memory`,
      {
        cure: message`give it fewer entries: --map-size ${name}=N`,
        cause: failure,
        log: failure.stderr,
      },
    );
  }
  return new TseccError(
    'kernel-cannot',
    message`create map '${match[1] ?? ''}': kernel ${kernel.release} refused it: ${match[2] ?? ''}`,
    { cure: labCure('newer kernel'), cause: failure, log: failure.stderr },
  );
}

/** libbpf reads all of the object before it asks the kernel for anything. */
function objectRefused(failure: BpftoolError): TseccError | undefined {
  if (!/^Error: failed to open object file/m.test(failure.stderr)) return undefined;
  return new TseccError(
    'package-invalid',
    message`load package: libbpf cannot read its object: ${lastMessage(failure.stderr)}`,
    { cause: failure, log: failure.stderr },
  );
}

/** The most telling line: libbpf's first complaint, else the last line of all. */
function lastMessage(stderr: string): Phrase {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Warning:'));
  const line = lines.find((candidate) => candidate.startsWith('libbpf: ')) ?? lines[0];
  return line?.replace(/^(?:libbpf|Error): /, '') ?? message`bpftool said nothing`;
}
