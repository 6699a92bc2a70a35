// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts how long tasks wait for a CPU: a histogram for each command.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define SLOTS 26
#define PREEMPTED 0x100 // TASK_REPORT_MAX of the kernel

struct command_name {
	char comm[16];
};

struct histogram {
	__u32 slots[SLOTS];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, pid_t);
	__type(value, __u64);
} waiting SEC(".maps");

/// @sample {"interval": 1000, "type": "log2_hist", "unit": "us"}
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, struct command_name);
	__type(value, struct histogram);
} latencies SEC(".maps");

static const struct histogram empty;

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
	struct command_name command = {};
	struct histogram *histogram;
	__u64 *since;
	__u32 slot;

	if (ctx->prev_state != 0 && ctx->prev_state != PREEMPTED)
		begin(ctx->prev_pid);

	since = bpf_map_lookup_elem(&waiting, &thread);
	if (!since)
		return 0;
	slot = log2_of((bpf_ktime_get_ns() - *since) / 1000);
	bpf_map_delete_elem(&waiting, &thread);

	bpf_probe_read_kernel_str(command.comm, sizeof(command.comm), ctx->next_comm);
	bpf_map_update_elem(&latencies, &command, &empty, BPF_NOEXIST);
	histogram = bpf_map_lookup_elem(&latencies, &command);
	if (!histogram)
		return 0;
	if (slot >= SLOTS)
		slot = SLOTS - 1;
	__sync_fetch_and_add(&histogram->slots[slot], 1);
	return 0;
}
