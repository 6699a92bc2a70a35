// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Says goodbye each time a process ends.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("tracepoint/sched/sched_process_exit")
int goodbye(void *ctx)
{
	__u64 pid = bpf_get_current_pid_tgid();

	bpf_printk("goodbye from process %llu", pid);
	return 0;
}
