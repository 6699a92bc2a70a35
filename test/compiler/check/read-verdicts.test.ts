import fc from 'fast-check';
import t from 'tap';
import { readVerdicts } from '../../../compiler/check/read-verdicts.js';
import { TseccError } from '../../../core/errors.js';

t.test('each line is a verdict, and nothing but its kind of value is taken', async (t) => {
  const text = `{"program":"a","section":"xdp","verdict":"ok","instructions":57}
{"program":"b","section":"tc","verdict":"refused","exitCode":5,"file":"x.c","line":3,"column":"no","why":"w","said":["s",1],"registers":[{"name":"R0","words":"x"},7]}
`;
  t.match(readVerdicts(text), [
    { program: 'a', section: 'xdp', verdict: 'ok', instructions: 57, said: [], registers: [] },
    {
      ...{ program: 'b', verdict: 'refused', exitCode: 5, file: 'x.c', line: 3, column: undefined },
      ...{ why: 'w', said: ['s'], registers: [{ name: 'R0', words: 'x' }] },
    },
  ]);
  t.same(readVerdicts(''), []);
});

t.test('anything else is refused with a sentence', async (t) => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      try {
        readVerdicts(text);
      } catch (error) {
        if (!(error instanceof TseccError)) throw error;
      }
    }),
  );
  t.throws(() => readVerdicts('{"verdict":"ok"}'), { message: /is none$/ });
});
