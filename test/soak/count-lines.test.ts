import { PassThrough } from 'node:stream';
import t from 'tap';
import { countLines } from './count-lines.mjs';

t.test('lines are counted by the way they came, wherever they are cut', async (t) => {
  const stream = new PassThrough();
  const lines = countLines(stream, () => 5_000_000);
  const text = [
    '{"time":1,"stream":"ring","ring_time":1000000,"seq":0}',
    '{"time":1,"stream":"perf","perf_time":2000000,"seq":0}',
    '{"comm":"node","pid":1,"message":"line 4000000"}',
    '{"lost":{"source":"perf","count":3}}',
    '{"ring_time":',
  ].join('\n');
  for (const half of [text.slice(0, 70), text.slice(70)]) stream.write(half);
  stream.end();
  await new Promise((resolve) => stream.once('end', resolve));
  t.same(lines.counts, { ring: 1, perf: 1, trace: 1 });
  t.same(lines.takeLags(), [4, 3, 1]);
  t.same(lines.takeLags(), [], 'each is told once');
});
