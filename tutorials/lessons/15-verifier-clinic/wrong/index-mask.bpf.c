// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts exit codes.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

u64 ends_by_code[256];

SEC("tracepoint/sched/sched_process_exit")
int count_codes(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	// What a process gave to exit() stands above the signal that ended it.
	u32 code = BPF_CORE_READ(task, exit_code) >> 8;

	code &= 63;
	ends_by_code[code] += 1;
	bpf_printk("exit code %u: %llu times", code, ends_by_code[code]);
	return 0;
}
