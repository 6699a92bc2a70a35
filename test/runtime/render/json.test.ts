import fc from 'fast-check';
import t from 'tap';
import type { TraceLine } from '../../../runtime/readers/trace-lines.js';
import { renderJson } from '../../../runtime/render/json.js';

const line: TraceLine = {
  kind: 'line',
  comm: 'rm',
  pid: 9,
  cpu: 5,
  flags: 'd..3',
  time: '4710.951696',
  message: 'hello',
};

t.test('a line is one JSON object with the documented keys in their order', async (t) => {
  t.equal(
    renderJson(line),
    '{"comm":"rm","pid":9,"cpu":5,"flags":"d..3","time":4710.951696,"message":"hello"}\n',
  );
});

t.test('the time is exact to the microsecond, after years of uptime too', async (t) => {
  t.match(renderJson({ ...line, time: '315360000.000001' }), '"time":315360000.000001,');
});

t.test('any text survives, on one line and without anything a terminal acts on', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (message) => {
      const text = renderJson({ ...line, message, comm: '\x1b\u202e\x9b' });
      t.notMatch(text.slice(0, -1), /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      t.equal(JSON.parse(text).message, message);
    }),
  );
});
