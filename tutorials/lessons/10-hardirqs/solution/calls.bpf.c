// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts the system calls of each command.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct counted_call {
	char comm[16];
	int number;
};

/// @sample {"interval": 60000, "type": "default_kv"}
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 10240);
	__type(key, struct counted_call);
	__type(value, __u64);
} calls SEC(".maps");

SEC("raw_tp/sys_enter")
int BPF_PROG(on_call, struct pt_regs *regs, long number)
{
	struct counted_call call = {};
	__u64 first = 1, *count;

	bpf_get_current_comm(call.comm, sizeof(call.comm));
	call.number = number;
	count = bpf_map_lookup_elem(&calls, &call);
	if (count)
		*count += 1;
	else
		bpf_map_update_elem(&calls, &call, &first, BPF_ANY);
	return 0;
}
