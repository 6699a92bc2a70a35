// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts the processes, and shows those from one number on.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// Only processes with this number or a higher one
const volatile pid_t from = 1;

u32 count;

SEC("iter/task")
int on_task(struct bpf_iter__task *ctx)
{
	struct seq_file *out = ctx->meta->seq;
	struct task_struct *task = ctx->task;

	if (ctx->meta->seq_num == 0)
		BPF_SEQ_PRINTF(out, "PID COMMAND\n");
	if (task)
		BPF_SEQ_PRINTF(out, "%u processes\n", count);
	if (!task)
		return 0;
	if (task->pid != task->tgid || task->pid < from)
		return 0;
	if (BPF_SEQ_PRINTF(out, "%d %s\n", task->pid, task->comm) == 0)
		count++;
	return 0;
}
