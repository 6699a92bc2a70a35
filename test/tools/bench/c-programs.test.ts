import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';
import { compileC } from '../../bench/c-programs.mjs';
import { unmet } from '../../bench/needs.mjs';
import { scratchDirectory } from '../../fixtures/project.js';

const skip = unmet('cc') ?? false;

const run = (program: string, args: readonly string[], input = '') =>
  spawnSync(program, args, { encoding: 'utf8', input });

t.test('the C consumer compiles without a warning', { skip: unmet('cc', 'libbpf') ?? false }, async (t) => {
  const program = compileC('consumer', scratchDirectory(t));
  t.match(run(program, []), { status: 2, stderr: 'usage: consumer OBJECT.bpf.o\n' });
  t.match(run(program, ['/none.bpf.o']), { status: 1, stderr: /consumer: load \/none\.bpf\.o: / });
});

t.test('the producer makes as many calls as it is told and says so', { skip }, async (t) => {
  const program = compileC('producer', scratchDirectory(t));
  for (const calls of ['lseek', 'open'])
    for (const rate of ['0', '1000000']) {
      const { status, stdout } = run(program, [calls, rate, '50', '1000']);
      t.equal(status, 0, `${calls} at ${rate}`);
      t.match(JSON.parse(stdout), { count: 50, start: Number, seconds: Number, cpu: Number });
    }
  t.match(run(program, ['lseek']), { status: 2, stderr: /^usage: producer / });
});

t.test('the far end counts lines by their numbers and takes their times', { skip }, async (t) => {
  const program = join(compileC('far-end', scratchDirectory(t)));
  const start = process.hrtime.bigint();
  const lines = [
    'Attaching 1 probe...',
    `{"ts":${start},"seq":7,"comm":"x"}`,
    `{"ts":${start - 5_000_000_000n},"seq":100,"comm":"x"}`,
    `{"ts":${start - 5_000_000_000n},"seq":101,"comm":"x"}`,
    '{"seq":',
  ].join('\n');
  const { status, stdout } = run(program, ['"seq":', '"ts":', 'monotonic', '100'], lines);
  const reports = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  t.equal(status, 0);
  t.match(reports[0], { warm: 1, lines: 0 }, 'it reports the first line of warm-up at once');
  const last = reports.at(-1);
  t.match(last, { warm: 1, lines: 2 });
  // 5 s, within the 1.6 % of its slots, and the time that the test took.
  const took = Number(process.hrtime.bigint() - start) / 1000;
  for (const value of [last.p50, last.p99, last.max])
    t.ok(value > 4_900_000 && value < 5_100_000 + took, String(value));
  t.ok(last.last >= Number(start));
});

t.test('the far end takes no times where there are none', { skip }, async (t) => {
  const program = compileC('far-end', scratchDirectory(t));
  const { stdout } = run(program, ['/none/', '-', 'monotonic', '5'], 'x /none/5\nx /none/6\nx /other/7\n');
  t.match(JSON.parse(stdout), { warm: 0, lines: 2, p50: 0, p99: 0, max: 0 });
});
