// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells who opens which file; with --writers only what is opened to be written.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// Only files that are opened to be written
const volatile bool writers = false;

SEC("tracepoint/syscalls/sys_enter_openat")
int on_open(struct trace_event_raw_sys_enter *ctx)
{
	char file[64];

	// The two lowest bits of the flags: 1 to write.
	if (writers && (ctx->args[2] & 3) != 1)
		return 0;
	bpf_probe_read_user_str(file, sizeof(file), (const char *)ctx->args[1]);
	bpf_printk("opens %s", file);
	return 0;
}
