import { create } from 'tar';

/** How a tar is written, beside its files. */
export interface TarOptions {
  /** Time of every file; 1970 when left out. */
  readonly date?: Date | undefined;
  /** Compressed, in the form of gzip. */
  readonly gzip?: boolean;
}

/**
 * A tar of files below a directory, in the order given, as bytes that depend on nothing but their content: no owner, no
 * times, the permissions only whether a file may be executed. A link stands for the file it leads to.
 */
export async function packTar(
  directory: string,
  names: readonly string[],
  { date = new Date(0), gzip = false }: TarOptions = {},
): Promise<Buffer> {
  const packing = create(
    // Nothing that busybox would not read.
    {
      cwd: directory,
      portable: true,
      noPax: true,
      follow: true,
      noDirRecurse: true,
      mtime: date,
      gzip,
      onWriteEntry: ({ stat }) => {
        if (stat) stat.mode = (stat.mode & ~0o777) | (stat.mode & 0o100 ? 0o755 : 0o644);
      },
    },
    [...names],
  );
  const chunks: Buffer[] = [];
  for await (const chunk of packing) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
