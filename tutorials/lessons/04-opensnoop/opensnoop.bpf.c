// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells who opens which file: all processes, or the one that the command line names.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

/// @description Tells which process opens which file.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @cmdarg {"short": "p", "long": "pid", "help": "only this process; 0 is all"}
const volatile pid_t target_pid = 0;

SEC("tracepoint/syscalls/sys_enter_openat")
int on_open(struct trace_event_raw_sys_enter *ctx)
{
	pid_t pid = bpf_get_current_pid_tgid() >> 32;
	char file[64];

	if (target_pid && pid != target_pid)
		return 0;
	// openat(directory, file, flags, mode): the file's name lies in the memory of the process.
	bpf_probe_read_user_str(file, sizeof(file), (const char *)ctx->args[1]);
	bpf_printk("pid %d opens %s", pid, file);
	return 0;
}
