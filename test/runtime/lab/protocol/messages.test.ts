import fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../../core/errors.js';
import * as messages from '../../../../runtime/lab/protocol/messages.js';

t.test('messages come out as they went in', async (t) => {
  const hello = { kernelRelease: '6.1.0' };
  t.same(messages.decodeHello(messages.encodeMessage(hello)), hello);
  const resumed = { time: 1.5, entropy: 'AAA=' };
  t.same(messages.decodeResumed(messages.encodeMessage(resumed)), resumed);
  const request = {
    kind: 'exec',
    argv: ['a', 'b'],
    env: { A: 'b' },
    terminal: { columns: 80, rows: 24 },
  } as const;
  t.same(messages.decodeSessionRequest(messages.encodeMessage(request)), request);
  const plain = { kind: 'shell', argv: [], env: {}, terminal: undefined } as const;
  t.same(messages.decodeSessionRequest(messages.encodeMessage(plain)), plain);
  t.same(messages.decodeSessionEnd(messages.encodeMessage({ code: 3 })), { code: 3 });
  const failed = { code: 127, failure: 'why' };
  t.same(messages.decodeSessionEnd(messages.encodeMessage(failed)), failed);
});

t.test('what is not the message is refused with the error of a broken line', async (t) => {
  const decoders = [
    messages.decodeHello,
    messages.decodeResumed,
    messages.decodeSessionRequest,
    messages.decodeSessionEnd,
  ];
  const wrong = [
    'no JSON',
    '[]',
    '{}',
    'null',
    '{"kernelRelease":7,"code":-1,"kind":"exec","argv":[1],"time":"x"}',
    '{"code":256,"kind":"other","argv":[],"env":{},"kernelRelease":null}',
    '{"code":1.5,"kind":"exec","argv":[],"env":null}',
    '{"kind":"exec","argv":[],"env":{},"terminal":{"columns":"x"}}',
  ];
  for (const decode of decoders) {
    for (const text of wrong) {
      t.throws(() => decode(Buffer.from(text)), { code: 'tool-missing' }, `${decode.name} ${text}`);
    }
  }
});

t.test('any JSON gives a message or that error', async (t) => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      try {
        messages.decodeSessionRequest(Buffer.from(text));
        return true;
      } catch (error) {
        return error instanceof TseccError;
      }
    }),
    { numRuns: 2000 },
  );
  t.pass('2000 inputs');
});
