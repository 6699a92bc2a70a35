import type { CommandIo } from '../../core/command.js';
import { checksJson } from '../../core/doctor/checks-json.js';
import { renderChecks } from '../../core/doctor/render-checks.js';
import { languageOf } from '../../core/language.js';
import type { Translate } from '../../core/message.js';
import { openPackage } from '../../core/package/open.js';
import { realKernel } from '../kernel/real-kernel.js';
import type { Kernel } from '../kernel/types.js';
import { wantsColour } from '../render/colour.js';
import { readSource } from '../source/read-source.js';
import { sourceContext } from '../source/source-context.js';
import { examine } from './examine.js';
import { doctorHelp } from './help.js';
import { canOpenLab } from './lab.js';
import { parseDoctor, type DoctorRequest } from './parse-doctor.js';
import { judge } from './verdict.js';

/** What a caller may hand over. */
interface DoctorHooks {
  readonly signal?: AbortSignal | undefined;
  readonly kernel?: Kernel | undefined;
}

/**
 * `tsecli doctor …`: prints what this machine has and lacks, and gives 0 where tsecli can do its work here or in the
 * lab. Throws `usage`, `package-invalid`, and with `--lab` what opening it throws.
 */
export async function doctor(
  argv: readonly string[],
  io: CommandIo,
  { signal, kernel = realKernel() }: DoctorHooks,
  translate: Translate,
): Promise<number> {
  const request = parseDoctor(argv);
  const language = languageOf(io.env, request.language);
  if (request.help) {
    io.stdout.write(translate(doctorHelp));
    return 0;
  }
  const bytes = await readPackage(request, io, signal);
  if (request.lab !== undefined) return await doctorInLab(request, bytes, language, io, signal);
  const groups = await examine(kernel, io.env, bytes && openPackage(bytes));
  const checks = groups.flatMap((group) => group.checks);
  const lab = groups.some(({ id, checks: own }) => id === 'lab' && canOpenLab(own));
  const { exitCode, said } = judge(checks, lab);
  if (request.json) io.stdout.write(checksJson(groups, translate));
  else {
    const colour = wantsColour(io.stdout.isTTY === true, io.env);
    io.stdout.write(`${renderChecks(groups, { translate, colour })}\n${translate(said)}\n`);
  }
  return exitCode;
}

/** It is told of, and not run: nobody has to vouch for it. */
async function readPackage(
  request: DoctorRequest,
  io: CommandIo,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | undefined> {
  if (request.package === undefined) return undefined;
  return (await readSource(request.package, sourceContext(request, io, signal))).bytes;
}

async function doctorInLab(
  { lab, json }: DoctorRequest,
  bytes: Uint8Array | undefined,
  language: string,
  io: CommandIo,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { runInLab } = await import('../lab/run-in-lab.js');
  const colour = !json && wantsColour(io.stdout.isTTY === true, io.env);
  return await runInLab({
    ...(lab ? { kernel: lab } : {}),
    argv: ['doctor', ...(json ? ['--json'] : []), `--lang=${language}`, ...(bytes ? ['package.json'] : [])],
    files: bytes ? { 'package.json': bytes } : {},
    io: colour ? { ...io, env: { ...io.env, FORCE_COLOR: '1' } } : io,
    signal,
    quiet: true,
  });
}
