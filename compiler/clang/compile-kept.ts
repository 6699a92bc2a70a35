import { CompileError } from '../compile-error.js';
import type { EventType } from '../events/event-type.js';
import { failedKeepers, keeperText } from '../events/keeper-input.js';
import { compileSource, type ClangOptions, type CompiledObject, type Source } from './compile-source.js';

/** A compiled object, and which types were kept in its BTF. */
export interface KeptObject extends CompiledObject {
  /** In the order of the keepers in the object: those that clang could make nothing of are not among them. */
  readonly kept: readonly EventType[];
}

/**
 * Compiles a source so that its object's BTF has these types, whether the code uses them or not. A type that the source
 * does not define is left out; what the source itself is at fault for is told as if nothing had been added to it.
 * Throws what {@link compileSource} throws.
 */
export async function compileKept(
  source: Source,
  types: readonly EventType[],
  options: ClangOptions,
): Promise<KeptObject> {
  if (types.length === 0) return { ...(await compileSource(source, options)), kept: [] };
  try {
    return { ...(await compileSource({ ...source, appended: keeperText(types) }, options)), kept: types };
  } catch (error) {
    const failed =
      error instanceof CompileError ? failedKeepers(error.diagnostics, types.length) : new Set<number>();
    if (failed.size === 0) throw error;
    const left = types.filter((_, index) => !failed.has(index));
    // An error that is about no type of them, such as a brace that the source has not closed, is the source's to explain.
    return compileKept(source, failed.has(-1) ? [] : left, options);
  }
}
