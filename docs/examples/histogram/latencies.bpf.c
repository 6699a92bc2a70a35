// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// How long it takes to open files, for each command: the kernel counts.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define SLOTS 26

struct task {
	char comm[16];
};

// Slot n counts what took from 2^n up to 2^(n+1) - 1 microseconds.
struct histogram {
	u32 slots[SLOTS];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, u32);
	__type(value, u64);
} began SEC(".maps");

/// @sample {"interval": 1000, "type": "log2_hist", "unit": "us"}
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 256);
	__type(key, struct task);
	__type(value, struct histogram);
} latencies SEC(".maps");

static const struct histogram none;

SEC("tracepoint/syscalls/sys_enter_openat")
int on_enter(void *ctx)
{
	u32 thread = bpf_get_current_pid_tgid();
	u64 now = bpf_ktime_get_ns();

	bpf_map_update_elem(&began, &thread, &now, BPF_ANY);
	return 0;
}

static u32 log2_of(u64 value)
{
	u32 result = 0;

	for (int step = 32; step > 0; step /= 2) {
		if (value >> step) {
			value >>= step;
			result += step;
		}
	}
	return result;
}

SEC("tracepoint/syscalls/sys_exit_openat")
int on_exit(void *ctx)
{
	u32 thread = bpf_get_current_pid_tgid();
	u64 *start = bpf_map_lookup_elem(&began, &thread);
	struct histogram *histogram;
	struct task task = {};
	u32 slot;

	if (!start)
		return 0;
	slot = log2_of((bpf_ktime_get_ns() - *start) / 1000);
	bpf_map_delete_elem(&began, &thread);
	bpf_get_current_comm(task.comm, sizeof(task.comm));
	bpf_map_update_elem(&latencies, &task, &none, BPF_NOEXIST);
	histogram = bpf_map_lookup_elem(&latencies, &task);
	if (!histogram)
		return 0;
	if (slot >= SLOTS)
		slot = SLOTS - 1;
	__sync_fetch_and_add(&histogram->slots[slot], 1);
	return 0;
}
