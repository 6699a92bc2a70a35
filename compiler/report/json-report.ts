import type { CommandIo } from '../../core/command.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { TseccError } from '../../core/errors.js';
import type { Translate } from '../../core/message.js';
import { tell } from '../../core/tell.js';
import { CompileError } from '../compile-error.js';
import type { Report } from './types.js';

/**
 * For editors and other programs: one JSON object a line on standard output for each diagnostic and error, and for the
 * verdict on a watched source; nothing else is written there.
 */
export function jsonReport(io: CommandIo): Report {
  const { translate = String } = io;
  const write = (value: object): void => void io.stdout.write(`${JSON.stringify(value)}\n`);
  const diagnostics: Report['diagnostics'] = (found) => {
    for (const each of found) write(diagnosticRecord(each, translate));
  };
  return {
    stage: () => undefined,
    diagnostics,
    error: (error) => {
      const found = error instanceof CompileError ? error.diagnostics : [];
      diagnostics(found);
      // What was found says it all.
      if (!found.some(({ severity }) => severity === 'error')) write(errorRecord(error, translate));
    },
    verdict: ({ ok, seconds }, source) =>
      write({ verdict: ok ? 'ok' : 'failed', file: source, seconds: Number(seconds.toFixed(3)) }),
    say: (text) => tell(io, text),
  };
}

/** A diagnostic as it is written: what is not known is left out. Columns from 1, in bytes; the end is exclusive. */
export function diagnosticRecord(diagnostic: Diagnostic, translate: Translate): object {
  const { severity, text, location, notes, cure, program } = diagnostic;
  return {
    ...(location && {
      file: location.file,
      line: location.line,
      column: location.column,
      endColumn: location.column + (location.length ?? 1),
    }),
    severity,
    message: translate(text),
    ...(cure !== undefined && { cure: translate(cure) }),
    ...(program !== undefined && { program }),
    notes: notes.map((note) => diagnosticRecord(note, translate)),
  };
}

function errorRecord(error: unknown, translate: Translate): object {
  if (!(error instanceof TseccError)) {
    return {
      severity: 'error',
      code: 'unforeseen',
      message: error instanceof Error ? error.message : String(error),
      notes: [],
    };
  }
  const { message, cure } = error.phrases;
  return {
    severity: 'error',
    code: error.code,
    message: translate(message),
    ...(cure !== undefined && { cure: translate(cure) }),
    notes: [],
  };
}
