import { join } from 'node:path';

/** How a package is written. */
export type PackageKind = 'json' | 'yaml' | 'none';

/** Where the results of a compile go. */
export interface OutputPaths {
  readonly object: string;
  /** Undefined when no package is wanted. */
  readonly package: string | undefined;
}

/** The files that a compile writes into a directory, as ecc names them. */
export function outputPaths(directory: string, stem: string, kind: PackageKind): OutputPaths {
  return {
    object: join(directory, `${stem}.bpf.o`),
    package: kind === 'none' ? undefined : join(directory, `package.${kind}`),
  };
}
