import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeOfExit, TseccError } from '../../core/errors.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Language } from '../../core/language.js';
import { message, type Message, type Translate } from '../../core/message.js';
import { refusalDiagnostic } from '../../core/refusal-diagnostic.js';
import { findTsecli } from '../toolchain/lab-btf.js';
import { run, type RunOptions } from '../toolchain/run.js';
import { readVerdicts, type CheckedProgram } from './read-verdicts.js';

/** What is checked. */
export interface Check {
  readonly source: string;
  readonly packagePath: string;
  readonly language: Language;
  readonly translate: Translate;
}

/** What came of it. */
export interface CheckResult {
  /** One for each program that the kernel takes. */
  readonly taken: readonly Message[];
  readonly diagnostics: readonly Diagnostic[];
  /** Thrown by the command when a program was refused, with its exit code. */
  readonly error: TseccError | undefined;
}

/**
 * Has a kernel look at a package that was just made: this host's, or where it cannot a lab's. Starts tsecli as a
 * program, since the compiler shares no code with the runtime. Throws what keeps it from giving verdicts.
 */
export async function checkPackage(check: Check, options: RunOptions): Promise<CheckResult> {
  const { source, packagePath, language, translate } = check;
  const tsecli = findTsecli(dirname(fileURLToPath(import.meta.url)));
  if (!tsecli) {
    throw new TseccError('tool-missing', message`check '${source}': tsecli is not installed beside tsecc`);
  }
  const args = ['check', '--json', '--lab=auto', `--lang=${language}`, resolve(packagePath)];
  const { code, stdout, stderr } = await run(process.execPath, [tsecli, ...args], options);
  const programs = readVerdicts(stdout.toString());
  if (programs.length === 0) {
    const said =
      stderr
        .trim()
        .split('\n')
        .at(-1)
        ?.replace(/^tsecli: /, '') ?? '';
    throw new TseccError(codeOfExit(code ?? 1), message`check '${source}': ${said || 'tsecli failed'}`);
  }
  const refused = programs.filter(({ verdict }) => verdict === 'refused');
  const place = (file: string): string => {
    const path = resolve(dirname(source), file);
    return path === resolve(source) ? source : relative('', path);
  };
  return {
    taken: programs.flatMap((program) => (program.verdict === 'ok' ? [sayTaken(program)] : [])),
    diagnostics: refused.map((program) => refusalDiagnostic(program, translate, place)),
    error: refusalError(source, refused, programs.length, code),
  };
}

function sayTaken({ program, section, instructions }: CheckedProgram): Message {
  return instructions === undefined
    ? message`the verifier takes '${program}' (${section})`
    : message`the verifier takes '${program}' (${section}, ${instructions} instructions verified)`;
}

function refusalError(
  source: string,
  refused: readonly CheckedProgram[],
  all: number,
  code: number | null,
): TseccError | undefined {
  if (refused.length === 0) return undefined;
  return new TseccError(
    codeOfExit(code ?? 1),
    message`check '${source}': the kernel refuses ${refused.length} of ${all} programs`,
  );
}
