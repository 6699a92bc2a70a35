// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells which process started a program.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("tracepoint/sched/sched_process_exec")
int show_parent(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	struct task_struct *from = BPF_CORE_READ(task, real_parent);
	char parent[16] = {};

	for (int i = 0; i < 15; i++)
		parent[i] = from->comm[i];
	bpf_printk("started by %s", parent);
	return 0;
}
