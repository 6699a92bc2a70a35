// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Prints the beginning of what a process writes.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// The process to look at
const volatile pid_t pid = 1;

SEC("tracepoint/syscalls/sys_enter_write")
int show_text(struct trace_event_raw_sys_enter *ctx)
{
	u64 length = ctx->args[2];
	char text[32] = {};

	if (bpf_get_current_pid_tgid() >> 32 != pid)
		return 0;
	length &= sizeof(text) - 1;
	bpf_probe_read_user(text, length, (void *)ctx->args[1]);
	bpf_printk("%d bytes: %s", ctx->args[2], text);
	return 0;
}
