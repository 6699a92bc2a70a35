// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts how long tasks wait for a processor once they could run, in a histogram that the kernel keeps.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

/// @description Draws how many microseconds tasks wait for a CPU.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define SLOTS 26
#define PREEMPTED 0x100 // TASK_REPORT_MAX of the kernel

// Slot n counts waits of 2^n up to 2^(n+1) - 1 microseconds.
struct histogram {
	__u32 slots[SLOTS];
};

// Since when a task waits, by its thread id.
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, pid_t);
	__type(value, __u64);
} waiting SEC(".maps");

/// @sample {"interval": 1000, "type": "log2_hist", "unit": "us"}
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct histogram);
} latencies SEC(".maps");

// The place of the highest bit that is set: the whole part of the logarithm to base 2.
static __u32 log2_of(__u64 value)
{
	__u32 result = 0;

	for (int step = 32; step > 0; step /= 2) {
		if (value >> step) {
			value >>= step;
			result += step;
		}
	}
	return result;
}

static int begin(pid_t thread)
{
	__u64 now = bpf_ktime_get_ns();

	// Thread 0 is what a CPU runs when there is nothing to do. It waits for nobody.
	if (thread)
		bpf_map_update_elem(&waiting, &thread, &now, BPF_ANY);
	return 0;
}

SEC("tracepoint/sched/sched_wakeup")
int on_wakeup(struct trace_event_raw_sched_wakeup_template *ctx)
{
	return begin(ctx->pid);
}

SEC("tracepoint/sched/sched_wakeup_new")
int on_new(struct trace_event_raw_sched_wakeup_template *ctx)
{
	return begin(ctx->pid);
}

SEC("tracepoint/sched/sched_switch")
int on_switch(struct trace_event_raw_sched_switch *ctx)
{
	pid_t thread = ctx->next_pid;
	struct histogram *histogram;
	__u32 first = 0, slot;
	__u64 *since;

	// Who leaves the CPU without having to sleep goes on waiting at once: its state is 0, or the kernel took the CPU away.
	if (ctx->prev_state == 0 || ctx->prev_state == PREEMPTED)
		begin(ctx->prev_pid);

	since = bpf_map_lookup_elem(&waiting, &thread);
	if (!since)
		return 0;
	slot = log2_of((bpf_ktime_get_ns() - *since) / 1000);
	bpf_map_delete_elem(&waiting, &thread);

	histogram = bpf_map_lookup_elem(&latencies, &first);
	if (!histogram)
		return 0;
	// Whatever took longer is counted in the last slot; and the verifier sees that the slot lies in the array.
	if (slot >= SLOTS)
		slot = SLOTS - 1;
	// Several CPUs may count at the same time.
	__sync_fetch_and_add(&histogram->slots[slot], 1);
	return 0;
}
