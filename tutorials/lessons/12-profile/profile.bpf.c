// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Looks 99 times a second at what each CPU does, and tells how it got there: the calls in the kernel and in the program.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

/// @description Samples the call stacks of what runs on the CPUs.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @cmdarg {"short": "c", "help": "only this command"}
const volatile char command[16] = "";

#define DEPTH 64

struct stack_sample {
	__u32 pid;
	__u32 cpu_id;
	char comm[16];
	// Bytes of each stack; negative where it could not be had.
	__s32 kstack_sz;
	__s32 ustack_sz;
	__u64 kstack[DEPTH];
	__u64 ustack[DEPTH];
};

/// @interpreter {"stack_trace": {"with_symbols": true}}
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
	// Process 0 is the idle task: the CPU has nothing to do.
	if (!pid || !is_wanted(comm))
		return 0;
	sample = bpf_ringbuf_reserve(&samples, sizeof(*sample), 0);
	if (!sample)
		return 0;
	sample->pid = pid;
	sample->cpu_id = bpf_get_smp_processor_id();
	__builtin_memcpy(sample->comm, comm, sizeof(sample->comm));
	sample->kstack_sz = bpf_get_stack(ctx, sample->kstack, sizeof(sample->kstack), 0);
	sample->ustack_sz = bpf_get_stack(ctx, sample->ustack, sizeof(sample->ustack), BPF_F_USER_STACK);
	bpf_ringbuf_submit(sample, 0);
	return 0;
}
