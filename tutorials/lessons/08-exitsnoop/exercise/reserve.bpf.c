// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each process that ends: which one, and with which exit code.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct event {
	int pid;
	unsigned int exit_code;
	char comm[16];
};

/* your turn: a ring buffer called events, with room for 64 KiB */

SEC("tracepoint/sched/sched_process_exit")
int on_exit(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	__u64 id = bpf_get_current_pid_tgid();
	pid_t pid = id >> 32, thread = id;
	struct event here = {}, *event = &here;

	if (thread != pid)
		return 0;
	/* your turn: let event point to room in the buffer, not to a struct on the stack */
	event->pid = pid;
	event->exit_code = BPF_CORE_READ(task, exit_code); /* your turn: only the exit code of it */
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	/* your turn: hand the record to the reader */
	return 0;
}
