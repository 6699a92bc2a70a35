// One package after another that grows in something: what the rows of growth share.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unmet } from './needs.mjs';
import { runRounds } from './rounds.mjs';
import { compilePackage, tsecliSide } from './sides.mjs';
import { measureSide, openTraceBench } from './trace-bench.mjs';

/** Measures a package for each source, the sources by what the table calls them. */
export async function measureGrowth(sources, work, runs) {
  const skipped = unmet('root', 'tracefs', 'cc');
  if (skipped) return { skipped };
  const bench = openTraceBench();
  try {
    const sides = {};
    for (const [name, text] of Object.entries(sources)) {
      const path = join(bench.folder, `growth-${Object.keys(sides).length}.bpf.c`);
      writeFileSync(path, text);
      sides[name] = tsecliSide(compilePackage(path, bench.folder).package);
    }
    return await runRounds(sides, (side) => measureSide(bench, side, work), Math.min(runs, 3));
  } finally {
    bench.close();
  }
}

/** A program that sends an event for each call of producer.c; `maps` and `send` are of the caller's making. */
export const programWith = (maps, send) => `#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

${maps}
SEC("tracepoint/syscalls/sys_enter_lseek")
int on_lseek(struct trace_event_raw_sys_enter *ctx)
{
	u64 number = ctx->args[1];
	struct event *event;

	if (ctx->args[2] != 77)
		return 0;
${send}	return 0;
}
`;

/** A ring buffer of so many bytes. */
export const ring = (name, bytes) => `struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, ${bytes});
} ${name} SEC(".maps");
`;

/** Statements that send an event to a ring buffer; `fill` sets more than its number and time. */
export const sendTo = (name, fill = '') => `	event = bpf_ringbuf_reserve(&${name}, sizeof(*event), 0);
	if (!event)
		return 0;
	event->ts = bpf_ktime_get_ns();
	event->seq = number;
${fill}	bpf_ringbuf_submit(event, 0);
`;
