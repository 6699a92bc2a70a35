// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Prints the open files of one process.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// The process whose files are wanted
const volatile pid_t pid = 1;

SEC("iter/task_file")
int on_file(struct bpf_iter__task_file *ctx)
{
	struct seq_file *out = ctx->meta->seq;
	struct task_struct *task = ctx->task;
	struct file *file = ctx->file;

	if (!task || !file)
		return 0;
	if (task->tgid != pid)
		return 0;
	BPF_SEQ_PRINTF(out, "%d: %d %s\n", task->tgid, ctx->fd, task->comm);
	return 0;
}
