import fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../../core/errors.js';
import { encodeFrame, frameParser, frameTypes, maxPayload } from '../../../../runtime/lab/protocol/frames.js';

const frame = fc.record({
  type: fc.constantFrom(...Object.values(frameTypes)),
  session: fc.nat(),
  payload: fc.uint8Array({ maxLength: 300 }),
});

t.test('frames come out as they went in, however the line cuts them', async (t) => {
  fc.assert(
    fc.property(
      fc.array(frame),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
      (frames, cuts) => {
        const bytes = Buffer.concat(frames.map(encodeFrame));
        const parse = frameParser();
        const parsed = [];
        for (let at = 0, cut = 0; at < bytes.length; cut++) {
          const size = cuts[cut % cuts.length] ?? 1;
          parsed.push(...parse(bytes.subarray(at, at + size)));
          at += size;
        }
        const plain = parsed.map(({ payload, ...rest }) => ({ ...rest, payload: Uint8Array.from(payload) }));
        return t.same(plain, frames);
      },
    ),
    { numRuns: 200 },
  );
});

t.test('any bytes give frames or the error of a broken line, nothing else', async (t) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 64 })), (chunks) => {
      const parse = frameParser();
      try {
        for (const chunk of chunks)
          for (const { payload } of parse(chunk)) if (payload.length > maxPayload) return false;
        return true;
      } catch (error) {
        return error instanceof TseccError && error.exitCode === 9;
      }
    }),
    { numRuns: 5000 },
  );
  t.pass('5000 inputs');
});

t.test('a frame longer than is ever sent is refused before it is awaited', async (t) => {
  const bytes = Buffer.from(encodeFrame({ type: frameTypes.data, session: 1, payload: new Uint8Array() }));
  bytes.writeUInt32LE(maxPayload + 1, 5);
  t.throws(() => frameParser()(bytes), { code: 'tool-missing', message: /frame of type 6 with 65537 bytes/ });
});
