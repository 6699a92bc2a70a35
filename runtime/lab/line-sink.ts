import { Writable } from 'node:stream';

/**
 * Hands on what is written line by line, without line feeds. Where it gives a promise, the next line waits for it, and
 * the writer with it. What follows the last line feed is a line at the end.
 */
export function lineSink(take: (line: string) => Promise<void> | undefined | void): Writable {
  const decoder = new TextDecoder();
  let rest = '';
  const takeAll = async (text: string): Promise<void> => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const busy = take(line);
      if (busy) await busy;
    }
  };
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      takeAll(decoder.decode(chunk, { stream: true })).then(() => done(), done);
    },
  });
}
