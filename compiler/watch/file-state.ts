import { statSync } from 'node:fs';

/** What tells a file from what was at its path before; not the mode or the owner, which mean nothing to a compile. */
export interface FileState {
  readonly id: string;
  /** Nothing there, or a file without a byte: what an editor leaves for a moment while it saves. */
  readonly empty: boolean;
  /** When anything about it was changed, in milliseconds since 1970; 0 for what is not there. */
  readonly changed: number;
}

const absent: FileState = { id: 'absent', empty: true, changed: 0 };

/** The state of a path now. One that cannot be looked at is as one that is not there. */
export function stateOf(path: string): FileState {
  try {
    const { ino, dev, size, mtimeNs, ctimeMs } = statSync(path, { bigint: true });
    return { id: [dev, ino, size, mtimeNs].join(':'), empty: size === 0n, changed: Number(ctimeMs) };
  } catch {
    return absent;
  }
}
