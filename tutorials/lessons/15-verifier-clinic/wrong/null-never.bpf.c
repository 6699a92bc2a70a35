// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts how often each program is started, by name.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct name {
	char text[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__type(key, struct name);
	__type(value, u64);
	__uint(max_entries, 1024);
} starts SEC(".maps");

SEC("tracepoint/sched/sched_process_exec")
int count_starts(void *ctx)
{
	struct name name = {};
	u64 *count;

	bpf_get_current_comm(name.text, sizeof(name.text));
	count = bpf_map_lookup_elem(&starts, &name);
	if (!count)
		return 0;
	*count += 1;
	bpf_printk("%s: start %llu", name.text, *count);
	return 0;
}
