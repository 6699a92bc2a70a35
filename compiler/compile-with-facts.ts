import type { Diagnostic } from '../core/diagnostics.js';
import { compileKept, type KeptObject } from './clang/compile-kept.js';
import type { ClangOptions, Source } from './clang/compile-source.js';
import { CompileError } from './compile-error.js';
import type { FactOptions, SourceFacts } from './facts/read-facts.js';
import { readingTime } from './facts/reading-time.js';

/** A compiled object, and what its source says beside it. */
export interface CompiledWithFacts extends KeptObject {
  /** Undefined where there is nothing to read. */
  readonly facts: SourceFacts | undefined;
}

/**
 * Compiles a source and reads its annotations and event types. The parser is loaded only for a source that has any;
 * where only the package needs what it finds, it works while clang runs. Throws what compileSource throws, with
 * what else is wrong with the source in its diagnostics.
 */
export async function compileWithFacts(
  source: Source,
  asked: FactOptions,
  options: ClangOptions,
): Promise<CompiledWithFacts> {
  const time = asked.header || asked.headerOnly ? 'before' : readingTime(source.text);
  if (time === 'never') return { ...(await compileKept(source, [], options)), facts: undefined };

  const compiling = time === 'beside' ? compileKept(source, [], options) : undefined;
  // Should the parser fail first, clang's failure has to end without being called unhandled.
  compiling?.catch(() => undefined);
  const facts = await readLater(source, { ...asked, flags: options.additionalFlags });
  try {
    const compiled = await compiling;
    // The look at the text can be wrong about what the parser finds.
    const done =
      compiled && facts.kept.length === 0 ? compiled : await compileKept(source, facts.kept, options);
    return { ...done, facts };
  } catch (error) {
    throw error instanceof CompileError ? addFindings(error, facts.diagnostics) : error;
  }
}

async function readLater(source: Source, options: FactOptions): Promise<SourceFacts> {
  const { readFacts } = await import('./facts/read-facts.js');
  return readFacts(source, options);
}

// What clang refused is told first; what the parser could make of a source that is no C is of no use.
function addFindings(error: CompileError, findings: readonly Diagnostic[]): CompileError {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const { cure, log } = error;
  return new CompileError(error.message, [...error.diagnostics, ...errors], {
    ...(cure !== undefined && { cure }),
    ...(log !== undefined && { log }),
  });
}
