import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileC } from '../c-programs.mjs';
import { unmet } from '../needs.mjs';
import { fewRounds, runRounds } from '../rounds.mjs';
import { compilePackage, sourceNamed } from '../sides.mjs';
import { measureSide, openTraceBench } from '../trace-bench.mjs';
import { tsecli } from '../workspace.mjs';

const keys = { number: 'seq=', time: 'ts=' };
const work = { rate: 0, count: 500_000 };

export const row = {
  name: '500,000 lines of bpf_printk at full rate / cat trace_pipe',
  zh: '全速 500,000 行 bpf_printk / cat trace_pipe',
  reach: [
    { figure: 'events/s', against: 'cat', atLeast: 0.8 },
    { figure: 'CPU µs/event', against: 'cat', atMost: 2 },
  ],
  async run({ runs }) {
    const skipped = unmet('root', 'tracefs', 'cc', 'libbpf');
    if (skipped) return { skipped };
    const bench = openTraceBench();
    // An instance of its own, as tsecli has one.
    const instance = `/sys/kernel/tracing/instances/bench-${process.pid}`;
    try {
      const compiled = compilePackage(sourceNamed('trace.bpf.c'), bench.folder);
      const loader = compileC('consumer', bench.folder);
      const sides = {
        tsecli: { command: process.execPath, args: [tsecli, compiled.package], keys },
        cat: {
          ...{ command: 'cat', args: [join(instance, 'trace_pipe')], keys },
          begin: () => beginTrace(instance, loader, compiled.object),
        },
      };
      return await runRounds(sides, (side) => measureSide(bench, side, work), fewRounds(runs));
    } finally {
      bench.close();
    }
  },
};

/** Has trace lines go to an instance, and attaches an object's programs, as `cat` does neither; gives what ends both. */
function beginTrace(instance, loader, object) {
  mkdirSync(instance);
  writeFileSync(join(instance, 'events/bpf_trace/bpf_trace_printk/enable'), '1');
  const child = spawn(loader, [object], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  return async () => {
    child.kill('SIGINT');
    await ended;
    rmdirSync(instance);
  };
}
