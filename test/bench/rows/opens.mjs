import { unmet } from '../needs.mjs';
import { fewRounds, runRounds } from '../rounds.mjs';
import { compilePackage, sourceNamed, tsecliSide } from '../sides.mjs';
import { measureSide, openTraceBench } from '../trace-bench.mjs';

const work = { calls: 'open', rate: 0, count: 300_000 };

// opensnoop prints no time that can be compared.
const keys = { number: '/none/', time: '-' };

export const row = {
  name: '300,000 opens at full rate, as JSON lines / opensnoop of libbpf-tools, as columns',
  zh: '全速 300,000 次打开文件，输出 JSON 行 / libbpf-tools 的 opensnoop，输出列',
  reach: [
    { figure: 'events/s', against: 'opensnoop', atLeast: 0.5 },
    { figure: 'CPU µs/event', against: 'opensnoop', atMost: 2 },
  ],
  async run({ runs }) {
    const skipped = unmet('root', 'tracefs', 'cc', 'opensnoop');
    if (skipped) return { skipped };
    const bench = openTraceBench();
    try {
      const compiled = compilePackage(sourceNamed('opens.bpf.c'), bench.folder);
      const sides = {
        tsecli: { ...tsecliSide(compiled.package), keys },
        opensnoop: { command: 'opensnoop', args: [], keys },
      };
      return await runRounds(sides, (side) => measureSide(bench, side, work), fewRounds(runs));
    } finally {
      bench.close();
    }
  },
};
