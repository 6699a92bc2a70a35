// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// A table of all processes, made inside the kernel.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// Only children of this process; 0 for all
const volatile pid_t parent = 0;

u32 count;

SEC("iter/task")
int on_task(struct bpf_iter__task *ctx)
{
	struct seq_file *out = ctx->meta->seq;
	struct task_struct *task = ctx->task;

	if (ctx->meta->seq_num == 0)
		BPF_SEQ_PRINTF(out, "%7s %7s %7s %s\n", "PID", "PARENT", "THREADS", "COMMAND");
	// After the last task the program runs once more, without one.
	if (!task) {
		BPF_SEQ_PRINTF(out, "%u processes\n", count);
		return 0;
	}
	// The first thread of a process has its number; the others are left out.
	if (task->pid != task->tgid)
		return 0;
	if (parent && task->real_parent->tgid != parent)
		return 0;
	// Where it does not fit, the program is run again for this task: then it counts.
	if (BPF_SEQ_PRINTF(out, "%7d %7d %7d %s\n", task->tgid, task->real_parent->tgid,
			   task->signal->nr_threads, task->comm) == 0)
		count++;
	return 0;
}
