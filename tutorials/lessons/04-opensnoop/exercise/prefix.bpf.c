// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells who opens a file whose name begins with --prefix.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// Only files whose name begins so
const char prefix[16] = "";

SEC("tracepoint/syscalls/sys_enter_openat")
int on_open(struct trace_event_raw_sys_enter *ctx)
{
	char file[64] = "";

	bpf_probe_read_user_str(file, sizeof(file), (const char *)ctx->args[1]);
	for (int i = 0; i < sizeof(prefix) && prefix[i]; i++)
		if (file[i] != prefix[i])
			return 0;
	bpf_printk("opens %s", file);
	return 0;
}
