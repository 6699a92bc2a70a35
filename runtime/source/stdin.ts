import { message } from '../../core/message.js';
import { readStream } from './stream.js';
import type { SourceKind } from './types.js';

/** `-`: standard input. */
export const stdinSource: SourceKind = {
  takes: (name) => name === '-',
  read: async (_name, { stdin }) => ({
    bytes: await readStream(stdin, message`standard input`),
    origin: { kind: 'stdin' },
    signatures: [],
  }),
};
