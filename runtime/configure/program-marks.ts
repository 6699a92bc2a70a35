import type { PackageManifest } from '../../core/package/types.js';

/** What the package says of a program where kernels differ: `@fallback`, `@optional`, `@alternative`. */
export interface ProgramMarks {
  /** Other sections to try, in this order, where the kernel lacks the first. */
  readonly fallback: readonly string[];
  /** It may be left out. */
  readonly optional: boolean;
  /** Of the programs that share this word, one is attached. */
  readonly alternative: string | undefined;
}

/** The marks of each program; none for one of which the package says nothing. */
export function marksOf({ meta }: PackageManifest): (program: string) => ProgramMarks {
  const facts = meta.tsecc?.programs ?? {};
  return (program) => {
    const own = Object.hasOwn(facts, program) ? facts[program] : undefined;
    return {
      fallback: own?.fallback ?? [],
      optional: own?.optional ?? false,
      alternative: own?.alternative,
    };
  };
}
