import fc from 'fast-check';
import t from 'tap';
import { finished } from 'node:stream/promises';
import { lineSink } from '../../../runtime/lab/line-sink.js';

t.test('lines are whole, however they are torn, and in their order', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary' })),
      fc.integer({ min: 1, max: 7 }),
      async (texts, step) => {
        const lines = texts.map((text) => Buffer.from(text).toString().replaceAll('\n', ''));
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const taken: string[] = [];
        const sink = lineSink(async (line) => void taken.push(line));
        for (let at = 0; at < bytes.length; at += step) sink.write(bytes.subarray(at, at + step));
        sink.end();
        await finished(sink);
        return JSON.stringify(taken) === JSON.stringify(lines);
      },
    ),
  );
  t.pass();
});

t.test('a taker that is busy holds the writer up', async (t) => {
  let release = (): void => {};
  const busy = new Promise<void>((resolve) => (release = resolve));
  const taken: string[] = [];
  const sink = lineSink((line) => {
    taken.push(line);
    return line === 'one' ? busy : undefined;
  });
  const written = new Promise<void>((resolve) => sink.write('one\ntwo\nrest', () => resolve()));
  t.same(taken, ['one']);
  release();
  await written;
  t.same(taken, ['one', 'two']);
});
