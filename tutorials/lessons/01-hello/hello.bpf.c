// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Says hello from inside the kernel each time a program is started.
#include "vmlinux.h" // every type of the kernel; must come first
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// Runs whenever a process has begun a new program.
SEC("tracepoint/sched/sched_process_exec")
int hello(void *ctx)
{
	// Two numbers in one: the upper half is what user space calls the process id.
	pid_t pid = bpf_get_current_pid_tgid() >> 32;

	bpf_printk("hello from process %d", pid);
	return 0;
}
