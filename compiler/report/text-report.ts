import type { CommandIo } from '../../core/command.js';
import { formatDiagnostic } from '../../core/diagnostics.js';
import { explainError, TseccError } from '../../core/errors.js';
import { escapeText } from '../../core/escape.js';
import { tell } from '../../core/tell.js';
import { CompileError } from '../compile-error.js';
import { describeVerdict } from '../watch/verdict.js';
import type { Report } from './types.js';

/** For people: stages on standard output, all else on standard error, in colour where that is a terminal. */
export function textReport(io: CommandIo): Report {
  const { translate } = io;
  const color = io.stderr.isTTY === true && !io.env['NO_COLOR'];
  const diagnostics: Report['diagnostics'] = (found) => {
    for (const each of found) io.stderr.write(`${formatDiagnostic(each, { color, translate })}\n`);
  };
  return {
    stage: (line) => io.stdout.write(`${escapeText(line)}\n`),
    diagnostics,
    error: (error) => {
      if (error instanceof CompileError) diagnostics(error.diagnostics);
      const keepLines = !(error instanceof TseccError);
      io.stderr.write(`tsecc: ${escapeText(explainError(error, translate), { keepLines })}\n`);
    },
    verdict: (verdict) => tell(io, describeVerdict(verdict)),
    say: (text) => tell(io, text),
  };
}
