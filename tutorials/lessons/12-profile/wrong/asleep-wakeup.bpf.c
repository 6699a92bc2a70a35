// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells where tasks go to sleep: the calls that led into the kernel, each time a CPU is given away.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define PREEMPTED 0x100 // TASK_REPORT_MAX of the kernel

/// @cmdarg {"short": "c", "help": "only this command"}
const volatile char command[16] = "";

struct stack_sample {
	__u32 pid;
	__u32 cpu_id;
	char comm[16];
	__s32 kstack_sz;
	__u64 kstack[64];
};

/// @interpreter {"stack_trace": {"with_symbols": true}}
struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1024 * 1024);
} sleeps SEC(".maps");

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

SEC("tracepoint/sched/sched_wakeup")
int on_wakeup(void *ctx)
{
	struct stack_sample *sample;
	char comm[16];

	bpf_get_current_comm(comm, sizeof(comm));
	if (!is_wanted(comm))
		return 0;
	sample = bpf_ringbuf_reserve(&sleeps, sizeof(*sample), 0);
	if (!sample)
		return 0;
	sample->pid = bpf_get_current_pid_tgid() >> 32;
	sample->cpu_id = bpf_get_smp_processor_id();
	__builtin_memcpy(sample->comm, comm, sizeof(sample->comm));
	sample->kstack_sz = bpf_get_stack(ctx, sample->kstack, sizeof(sample->kstack), 0);
	bpf_ringbuf_submit(sample, 0);
	return 0;
}
