// SPDX-License-Identifier: MIT
// What producer.mjs does, by each of the ways in which events come: `npm run soak` counts them.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <tsecc/tsecc.h>

/* What the upper bits of a producer's positions are: those of another soak are not ours. */
const volatile __u64 mark = 1;

#define MARK_SHIFT 40

/* One call in so many is told as a line of the trace as well. */
#define LINES 16

struct ring_event {
	__u64 ring_time;
	__u64 seq;
};

struct perf_record {
	__u64 perf_time;
	__u64 seq;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 20);
} ring SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__type(key, __u32);
	__type(value, __u32);
} perf SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_pread64")
int on_read(struct trace_event_raw_sys_enter *ctx)
{
	__u64 now = bpf_ktime_get_ns();
	__u64 position = ctx->args[3];
	__u64 seq = position & ((1ULL << MARK_SHIFT) - 1);
	struct perf_record record = {.perf_time = now, .seq = seq};
	struct ring_event *event;

	if (position >> MARK_SHIFT != mark)
		return 0;
	tsecc_perf_event_output(ctx, &perf, BPF_F_CURRENT_CPU, &record, sizeof(record));
	if (seq % LINES == 0)
		bpf_printk("line %llu", now);
	event = tsecc_ringbuf_reserve(&ring, sizeof(*event), 0);
	if (!event)
		return 0;
	event->ring_time = now;
	event->seq = seq;
	tsecc_ringbuf_submit(event, 0);
	return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
