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

/* your turn: a doc comment that has tsecli print this map at the end, too: an interval of 60000 ms will do */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 10240);
	__type(key, struct counted_call);
	__type(value, __u64);
} calls SEC(".maps");

SEC("raw_tp/sys_enter")
/* your turn: the second argument is the number of the call, a long: call.number */
int BPF_PROG(on_call, struct pt_regs *regs)
{
	struct counted_call call = {};

	bpf_get_current_comm(call.comm, sizeof(call.comm));
	/* your turn: look the count of this call up, and count; where there is none yet, it begins with 1 */
	return 0;
}
