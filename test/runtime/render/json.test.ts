import fc from 'fast-check';
import t from 'tap';
import type { TraceLine } from '../../../runtime/readers/trace-lines.js';
import {
  renderHistogramJson,
  renderJson,
  renderStackJson,
  renderTextJson,
} from '../../../runtime/render/json.js';

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

t.test('a histogram is its slots, without the zeros at the end and with every digit', async (t) => {
  const batch = {
    kind: 'histograms',
    name: 'hists',
    scale: 'log2',
    unit: 'us',
    entries: [],
    time: 1500,
  } as const;
  t.equal(
    renderHistogramJson(batch, { label: 'comm = "a"', slots: [0n, 2n ** 64n - 1n, 0n, 7n, 0n] }),
    '{"time":1.500,"stream":"hists","key":"comm = \\"a\\"","scale":"log2","unit":"us","slots":[0,18446744073709551615,0,7]}\n',
  );
  t.equal(
    renderHistogramJson(batch, { label: '', slots: [0n] }),
    '{"time":1.500,"stream":"hists","scale":"log2","unit":"us","slots":[]}\n',
  );
});

t.test('call stacks are arrays of frames', async (t) => {
  const kernel = [{ address: 0xffff_ffff_8100_0000n, symbol: 'work\x1b+0x1' }];
  const text = renderStackJson(
    's',
    { comm: 'c', pid: 1, cpu: 2, kernel, user: [{ address: 5n, symbol: undefined }] },
    1,
  );
  t.equal(
    text,
    '{"time":0.001,"stream":"s","comm":"c","pid":1,"cpu":2,"kernel":[{"address":"0xffffffff81000000","symbol":"work\\u001b+0x1"}],"user":[{"address":"0x5"}]}\n',
  );
});

t.test('a line of an iterator is an object too', async (t) => {
  t.equal(renderTextJson('dump', 'a\t"b"'), '{"stream":"dump","text":"a\\t\\"b\\""}\n');
});
