// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells who opens a hidden file: one whose name begins with a dot.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("tracepoint/syscalls/sys_enter_openat")
int on_open(struct trace_event_raw_sys_enter *ctx)
{
	const char *name = (const char *)ctx->args[0];
	char file[64] = "";

	bpf_probe_read_user_str(file, sizeof(file), name);
	if (file[0] != '.')
		return 0;
	bpf_printk("hidden: %s", file);
	return 0;
}
