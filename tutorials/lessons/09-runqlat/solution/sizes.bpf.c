// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts how many bytes each write(2) is asked to write: a histogram for each command.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define SLOTS 16

struct command_name {
	char comm[16];
};

// Slot n counts sizes of 2^n up to 2^(n+1) - 1 bytes.
struct histogram {
	__u32 slots[SLOTS];
};

/// @sample {"interval": 1000, "type": "log2_hist", "unit": "bytes"}
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, struct command_name);
	__type(value, struct histogram);
} sizes SEC(".maps");

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

SEC("tracepoint/syscalls/sys_enter_write")
int on_write(struct trace_event_raw_sys_enter *ctx)
{
	// write(descriptor, bytes, size)
	__u64 size = ctx->args[2];
	struct command_name command = {};
	struct histogram *histogram;
	__u32 slot;

	bpf_get_current_comm(command.comm, sizeof(command.comm));
	bpf_map_update_elem(&sizes, &command, &empty, BPF_NOEXIST);
	histogram = bpf_map_lookup_elem(&sizes, &command);
	if (!histogram)
		return 0;
	slot = log2_of(size);
	if (slot >= SLOTS)
		slot = SLOTS - 1;
	__sync_fetch_and_add(&histogram->slots[slot], 1);
	return 0;
}
