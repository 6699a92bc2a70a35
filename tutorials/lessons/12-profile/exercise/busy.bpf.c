// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts in which command the CPUs were, by samples.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct command_name {
	char comm[16];
};

/// @sample {"interval": 60000, "type": "default_kv"}
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, struct command_name);
	__type(value, __u64);
} samples SEC(".maps");

static const __u64 zero;

SEC("perf_event")
int on_sample(struct bpf_perf_event_data *ctx)
{
	struct command_name command = {};
	__u64 *count;

	bpf_get_current_comm(command.comm, sizeof(command.comm));
	bpf_map_update_elem(&samples, &command, &zero, BPF_NOEXIST);
	count = bpf_map_lookup_elem(&samples, &command);
	if (count)
		__sync_fetch_and_add(count, 1);
	return 0;
}
