import { readFile } from './file.js';
import { isReferenceName } from './reference-name.js';
import { stdinSource } from './stdin.js';
import type { SourceKind } from './types.js';

/** The kinds of sources, in the order that they are asked; the last takes every name. A new one is a file and a row. */
export const sourceTable: readonly SourceKind[] = [
  stdinSource,
  {
    takes: (name) => /^https?:\/\//i.test(name),
    read: async (name, context) => {
      const { readUrl } = await import('./url.js');
      return await readUrl(name, context);
    },
  },
  {
    takes: isReferenceName,
    read: async (name, context) => {
      const { readOci } = await import('./oci.js');
      return await readOci(name, context);
    },
  },
  {
    takes: () => true,
    read: async (path, { directory }) => ({
      bytes: await readFile(path, directory),
      origin: { kind: 'file', path },
      signatures: [],
    }),
  },
];
