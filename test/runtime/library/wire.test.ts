import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { message, translator } from '../../../core/message.js';
import {
  failureOf,
  readFailure,
  readWire,
  writeWire,
  type WireMessage,
} from '../../../runtime/library/wire.js';

/** Values of any kind that decoding makes. */
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.bigInt(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
  ),
}));

t.test('whatever the values of an event, the other end has the same', async (t) => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const event = {
        kind: 'record',
        stream: 's',
        type: 'struct x',
        time: 1,
        data: { value },
      } as WireMessage;
      const line = writeWire(event);
      const isLine = line.endsWith('\n') && line.indexOf('\n') === line.length - 1;
      return isLine && isDeepStrictEqual(readWire(line.trimEnd()), event);
    }),
  );
  t.pass();
});

t.test('other lines are none', async (t) => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => readWire(line) === undefined));
  for (const line of ['{"kind":"srecord"', '{"kind":"sother"}', '{"kind":"record"}', '{"kind":"ix"}', '[]'])
    t.equal(readWire(line), undefined, line);
});

t.test('an error is the same at the other end, in any language', async (t) => {
  const inner = message`no such ${'thing'}`;
  const error = new TseccError('not-permitted', message`load '${'x'}': ${inner}`, {
    cure: message`use --lab`,
    log: 'log',
  });
  const told = readWire(writeWire(failureOf(error)).trimEnd());
  if (told?.kind !== 'failed') throw new Error('it is a failure');
  const read = readFailure(told.failure);
  t.match(read, { code: 'not-permitted', message: "load 'x': no such thing", cure: 'use --lab', log: 'log' });
  const translate = translator({ "load '{0}': {1}": "加载 '{0}'：{1}", 'no such {0}': '没有{0}' });
  t.equal(translate(read.phrases.message), "加载 'x'：没有thing");
  const unforeseen = failureOf(new Error('what'));
  t.match(unforeseen.kind === 'failed' && readFailure(unforeseen.failure), {
    code: 'unforeseen',
    message: 'Error: what',
  });
});
