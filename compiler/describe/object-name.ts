import { basename } from 'node:path';

/** Names that follow from a source's file name. */
export interface ObjectNames {
  /** What the object file is called after: `kprobe-link` of `kprobe-link.bpf.c`. */
  readonly stem: string;
  /** The object's name in the package: `kprobe_link_bpf` of `kprobe-link.bpf.c`. */
  readonly objectName: string;
}

/**
 * The names that ecc and `bpftool gen skeleton` make of a source: the object is `<stem>.bpf.o`, and its name is that
 * without `.o`, with an underscore for each character that C does not allow in a name. A header, compiled by itself, is
 * named in the same way.
 */
export function objectNames(source: string): ObjectNames {
  const stem = basename(source)
    .replace(/\.[ch]$/, '')
    .replace(/\.bpf$/, '');
  return { stem, objectName: `${stem}.bpf`.replaceAll(/[^A-Za-z0-9_]/g, '_') };
}
