import type { CommandIo } from '../../core/command.js';
import { formatDiagnostic } from '../../core/diagnostics.js';
import { refusalDiagnostic } from '../../core/refusal-diagnostic.js';
import { escapeText } from '../../core/escape.js';
import { exitCodes, type ErrorCode, TseccError } from '../../core/errors.js';
import type { Translate } from '../../core/message.js';
import { message } from '../../core/message.js';
import { openPackage } from '../../core/package/open.js';
import { configurePackage, type ConfiguredPackage } from '../configure/configure-package.js';
import { realKernel } from '../kernel/real-kernel.js';
import type { RunRequest } from '../options/parse-options.js';
import { requireRules } from '../policy/require-rules.js';
import { reportError } from '../render/error.js';
import { bundledTools } from '../session/bundled-tools.js';
import { labArguments, labPackageName } from '../session/lab-arguments.js';
import type { RunHooks } from '../session/run-package.js';
import { readSource } from '../source/read-source.js';
import type { FetchedPackage } from '../source/types.js';
import { sourceContext } from '../source/source-context.js';
import { ensureTrust } from '../trust/ensure-trust.js';
import { tellRefusal } from '../verifier/tell-refusal.js';
import { VerifierError } from '../verifier/verifier-error.js';
import { checkPrograms } from './check-programs.js';
import type { Verdict } from './types.js';
import { verdictJson } from './verdict-json.js';
import { verdictText } from './verdict-text.js';

/**
 * Performs `tsecli check`: loads the programs of a package here or in the lab and prints the verdict on each, to
 * standard output; explanations go to standard error, or into the JSON. Gives 0 when all were taken, 5 when the verifier refused one, else the exit
 * code of the first that this kernel cannot load. Throws what is not the fault of one program.
 */
export async function checkPackage(request: RunRequest, io: CommandIo, hooks: RunHooks): Promise<number> {
  const fetched = await readSource(request.package, sourceContext(request, io, hooks.signal));
  const { bytes } = fetched;
  const policyRules = await ensureTrust(fetched, request.trust, io, hooks.policyFile);
  const { programArguments, mapSizes, bufferSize } = request;
  const opened = openPackage(bytes);
  await requireRules(opened, request, policyRules);
  const configured = configurePackage(opened, {
    arguments: programArguments,
    mapSizes,
    bufferSize,
  });
  if (configured.asked) {
    throw new TseccError('usage', message`check package: ${`--${configured.asked}`} is for running it`, {
      cure: message`leave out what stands behind the package`,
    });
  }
  const inLab = (kernel: string): Promise<number> => checkInLab(kernel, bytes, request, io, hooks);
  if (request.lab !== undefined && request.lab !== 'auto') return await inLab(request.lab);
  const verdicts = await onHost(configured, request, io, { ...hooks, fetched });
  const { translate = String } = io;
  if (verdicts instanceof TseccError) {
    if (!request.quiet) {
      io.stderr.write(
        `${translate(message`this host cannot: ${escapeText(translate(verdicts.phrases.message))}; using the lab`)}\n`,
      );
    }
    return await inLab('');
  }
  report(verdicts, request, translate, io);
  return exitCodeFor(verdicts);
}

/** Reasons that do not hold in the lab. */
const hostReasons: ReadonlySet<ErrorCode> = new Set(['not-permitted', 'kernel-cannot', 'tool-missing']);

/** The verdicts; with `--lab=auto` the reason why this host cannot give them. */
async function onHost(
  { opened }: ConfiguredPackage,
  request: RunRequest,
  io: CommandIo,
  hooks: RunHooks & { readonly fetched: FetchedPackage },
): Promise<readonly Verdict[] | TseccError> {
  const { kernel = realKernel(), signal, fetched } = hooks;
  const { attach, disable, partial } = request;
  const isHosts = (error: unknown): error is TseccError =>
    request.lab === 'auto' && error instanceof TseccError && hostReasons.has(error.code);
  try {
    const bpftool = await bundledTools(fetched, kernel, io);
    const options = { attach, disable, partial, kernel, signal, path: io.env['PATH'], bpftool };
    const verdicts = await checkPrograms(opened, options);
    const errors = verdicts.flatMap((each) => (each.verdict === 'refused' ? [each.error] : []));
    return errors.find(isHosts) ?? verdicts;
  } catch (error) {
    if (isHosts(error)) return error;
    throw error;
  }
}

async function checkInLab(
  kernel: string,
  bytes: Uint8Array,
  request: RunRequest,
  io: CommandIo,
  { signal = new AbortController().signal }: RunHooks,
): Promise<number> {
  const { runInLab } = await import('../lab/run-in-lab.js');
  return await runInLab({
    ...(kernel === '' ? {} : { kernel }),
    argv: ['check', ...labArguments(request, io.language)],
    files: { [labPackageName]: bytes },
    ...{ io, signal, quiet: request.quiet },
  });
}

function report(
  verdicts: readonly Verdict[],
  { output, verbose }: RunRequest,
  translate: Translate,
  io: CommandIo,
): void {
  if (output === 'json') {
    io.stdout.write(verdictJson(verdicts, translate, verbose));
    return;
  }
  io.stdout.write(escapeText(verdictText(verdicts, translate), { keepLines: true }));
  const color = io.stderr.isTTY === true && !io.env['NO_COLOR'];
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'refused') continue;
    const { error } = verdict;
    io.stderr.write(
      error instanceof VerifierError
        ? `${formatDiagnostic(refusalDiagnostic(tellRefusal(error.explanation, translate), translate), { color })}\n`
        : reportError('tsecli', error, false, translate),
    );
    if (verbose && error.log !== undefined)
      io.stderr.write(`${escapeText(error.log, { keepLines: true })}\n`);
  }
}

function exitCodeFor(verdicts: readonly Verdict[]): number {
  const codes = verdicts.flatMap((verdict) =>
    verdict.verdict === 'refused' ? [verdict.error.exitCode] : [],
  );
  return codes.find((code) => code === exitCodes['verifier-refused']) ?? codes[0] ?? 0;
}
