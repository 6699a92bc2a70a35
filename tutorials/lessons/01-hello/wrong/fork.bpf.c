// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Greets each program that is started by its name.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("tracepoint/sched/sched_process_fork")
int hello(void *ctx)
{
	// Room for the kernel's name of a task: 15 characters and the zero at the end.
	char name[16];

	bpf_get_current_comm(name, sizeof(name));
	bpf_printk("hello, %s", name);
	return 0;
}
