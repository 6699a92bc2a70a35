import { tell } from '../../core/tell.js';
import type { CommandIo } from '../../core/command.js';
import { exitCodeOf, TseccError, type ErrorCode } from '../../core/errors.js';
import { readObject } from '../../core/object/read-object.js';
import { openPackage } from '../../core/package/open.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { configurePackage } from '../configure/configure-package.js';
import type { Kernel } from '../kernel/types.js';
import { realKernel } from '../kernel/real-kernel.js';
import { failureOf, writeWire } from '../library/wire.js';
import type { RunRequest } from '../options/parse-options.js';
import type { PolicyFile } from '../policy/policy-file.js';
import { readSource } from '../source/read-source.js';
import { sourceContext } from '../source/source-context.js';
import { ensureTrust } from '../trust/ensure-trust.js';
import { answerProgram } from './answer-program.js';
import { requireRules } from '../policy/require-rules.js';
import { bundledTools } from './bundled-tools.js';
import { checkSelection } from './check-selection.js';
import { labArguments, labPackageName } from './lab-arguments.js';
import { probedFiles } from './probed-files.js';
import { runSession } from './session.js';
import { message } from '../../core/message.js';

/** What the caller may hand over. */
export interface RunHooks {
  readonly signal?: AbortSignal | undefined;
  readonly kernel?: Kernel | undefined;
  readonly policyFile?: PolicyFile | undefined;
}

/**
 * Performs `tsecli [run]`: reads and validates the package here, wherever it then runs; gives the exit code of the
 * run in the lab, or 0 for one on this host. Throws what prevents it.
 */
export async function runPackage(request: RunRequest, io: CommandIo, hooks: RunHooks): Promise<number> {
  try {
    return await performRun(request, io, hooks);
  } catch (error) {
    if (request.output !== 'events') throw error;
    // Who reads events wants the error whole, not as a sentence.
    io.stdout.write(writeWire(failureOf(error)));
    return exitCodeOf(error);
  }
}

async function performRun(request: RunRequest, io: CommandIo, hooks: RunHooks): Promise<number> {
  const fetched = await readSource(request.package, sourceContext(request, io, hooks.signal));
  const { bytes } = fetched;
  const policyRules = await ensureTrust(fetched, request.trust, io, hooks.policyFile);
  const opened = openPackage(bytes);
  const { programArguments, mapSizes, bufferSize } = request;
  await requireRules(opened, request, policyRules);
  // Here too when it runs in the lab: what makes no sense is told at once.
  const configured = configurePackage(opened, { arguments: programArguments, mapSizes, bufferSize });
  if (configured.asked) {
    io.stdout.write(answerProgram(opened, configured.asked, io.translate));
    return 0;
  }
  const { signal = new AbortController().signal, kernel = realKernel() } = hooks;
  checkSelection(configured.opened, request.selection, kernel);
  const onHost = async (): Promise<void> => {
    const bpftool = await bundledTools(fetched, kernel, io);
    await runSession(configured, request, { io, kernel, signal, bpftool });
  };
  const inLab = (name: string): Promise<number> =>
    runInLabVm(name, filesFor(bytes, opened, request, io), request, io, signal);
  if (request.lab !== undefined && request.lab !== 'auto') return await inLab(request.lab);
  try {
    await onHost();
    return 0;
  } catch (error) {
    if (request.lab !== 'auto' || !hostCannot(error)) throw error;
    if (!request.quiet) tell(io, message`this host cannot: ${error.phrases.message}; using the lab`);
    return await inLab('');
  }
}

/** Reasons that do not hold in the lab. None of them comes after the first program is attached. */
const hostReasons: ReadonlySet<ErrorCode> = new Set(['not-permitted', 'kernel-cannot', 'tool-missing']);

function hostCannot(error: unknown): error is TseccError {
  return error instanceof TseccError && hostReasons.has(error.code);
}

/** What the guest needs: the package, and the programs that it probes. */
function filesFor(bytes: Uint8Array, { object }: OpenedPackage, request: RunRequest, io: CommandIo) {
  const named = readObject(object).programs.map(({ section }) => section);
  const moved = request.attach.map(({ section }) => section);
  const { binary } = request.attachOptions;
  const sections = [...named, ...moved, ...(binary === undefined ? [] : [`uprobe/${binary}:`])];
  return { ...probedFiles(sections, io.cwd()), [labPackageName]: bytes };
}

async function runInLabVm(
  kernel: string,
  files: Readonly<Record<string, Uint8Array>>,
  request: RunRequest,
  io: CommandIo,
  signal: AbortSignal,
): Promise<number> {
  const { runInLab } = await import('../lab/run-in-lab.js');
  return await runInLab({
    ...(kernel === '' ? {} : { kernel }),
    argv: labArguments(request, io.language),
    files,
    io,
    signal,
    quiet: request.quiet,
  });
}
