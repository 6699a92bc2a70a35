// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Looks 99 times a second at which function of which program each CPU is in.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @cmdarg {"short": "c", "help": "only this command"}
const volatile char command[16] = "";

struct stack_sample {
	__u32 pid;
	__u32 cpu_id;
	char comm[16];
	__s32 ustack_sz;
	__u64 ustack[64];
};

/* your turn: tell tsecli in a doc comment that these records hold stacks, and to name their addresses */
struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1024 * 1024);
} samples SEC(".maps");

static bool is_wanted(const char *comm)
{
	if (!command[0])
		return true;
	for (int at = 0; at < 16; at++) {
		if (comm[at] != command[at])
			return false;
		if (!comm[at])
			return true;
	}
	return true;
}

SEC("perf_event")
int on_sample(struct bpf_perf_event_data *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	struct stack_sample *sample;
	char comm[16];

	bpf_get_current_comm(comm, sizeof(comm));
	if (!pid || !is_wanted(comm))
		return 0;
	sample = bpf_ringbuf_reserve(&samples, sizeof(*sample), 0);
	if (!sample)
		return 0;
	sample->pid = pid;
	sample->cpu_id = bpf_get_smp_processor_id();
	__builtin_memcpy(sample->comm, comm, sizeof(sample->comm));
	sample->ustack_sz = 0; /* your turn: copy the stack of the program, and keep how many bytes it has */
	bpf_ringbuf_submit(sample, 0);
	return 0;
}
