// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Says goodbye each time a process ends.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "MIT";

SEC("tracepoint/sched/sched_process_exit")
int goodbye(void *ctx)
{
	pid_t pid = bpf_get_current_pid_tgid() >> 32;

	bpf_printk("goodbye from process %d", pid);
	return 0;
}
