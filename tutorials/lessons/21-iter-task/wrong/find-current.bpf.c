// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Prints one process: its number, its parent, its name.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// The process to look for
const volatile pid_t pid = 1;

SEC("iter/task")
int on_task(struct bpf_iter__task *ctx)
{
	struct seq_file *out = ctx->meta->seq;
	struct task_struct *task = ctx->task;

	if (!task)
		return 0;
	if (bpf_get_current_pid_tgid() >> 32 != pid)
		return 0;
	BPF_SEQ_PRINTF(out, "%d %d %s\n", task->pid, task->real_parent->tgid, task->comm);
	return 0;
}
