// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells which file each program comes from, by a pointer that the kernel hands over.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("raw_tp/sched_process_exec")
int BPF_PROG(on_exec, struct task_struct *task, pid_t old_pid, struct linux_binprm *binary)
{
	bpf_printk("%d runs %s", task->tgid, binary->filename);
	return 0;
}
