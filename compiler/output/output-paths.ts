import { join } from 'node:path';

/** How a package is written. */
export type PackageKind = 'json' | 'yaml' | 'none';

/** Where the results of a compile go. */
export interface OutputPaths {
  readonly object: string;
  /** Undefined when no package is wanted. */
  readonly package: string | undefined;
  /** Undefined when they are not wanted. */
  readonly bundle?: string | undefined;
  readonly standalone?: string | undefined;
  readonly types?: string | undefined;
}

/** What each standalone file begins with, up to the name of its object. */
export const standaloneMark = '#!/bin/sh\n# tsecc standalone: ';

/** What each file of types begins with, up to the name of its object. */
export const typesMark = '// tsecc types: ';

/** What is wanted beside object and package. */
export interface Extras {
  readonly bundle?: boolean;
  readonly standalone?: boolean;
  readonly types?: boolean;
}

/** The files that a compile writes into a directory, as ecc names them; a standalone file has no extension. */
export function outputPaths(
  directory: string,
  stem: string,
  kind: PackageKind,
  { bundle = false, standalone = false, types = false }: Extras = {},
): OutputPaths {
  return {
    object: join(directory, `${stem}.bpf.o`),
    package: kind === 'none' ? undefined : join(directory, `package.${kind}`),
    ...(bundle ? { bundle: join(directory, `${stem}.tar`) } : {}),
    ...(standalone ? { standalone: join(directory, stem) } : {}),
    ...(types ? { types: join(directory, `${stem}.d.ts`) } : {}),
  };
}
