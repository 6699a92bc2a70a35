// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells which file was opened, as which descriptor.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct call {
	char file[64];
};

// The calls that are under way, by the thread that makes them.
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, __u32);
	__type(value, struct call);
} calls SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int on_enter(struct trace_event_raw_sys_enter *ctx)
{
	__u32 thread = bpf_get_current_pid_tgid();
	struct call call = {};

	bpf_probe_read_user_str(call.file, sizeof(call.file), (const char *)ctx->args[1]);
	bpf_map_update_elem(&calls, &thread, &call, BPF_ANY);
	return 0;
}

SEC("tracepoint/syscalls/sys_exit_openat")
int on_exit(struct trace_event_raw_sys_exit *ctx)
{
	__u32 thread = bpf_get_current_pid_tgid();
	struct call *call = bpf_map_lookup_elem(&calls, &thread);

	if (!call)
		return 0;
	bpf_printk("%s: %u", call->file, (unsigned int)ctx->ret);
	bpf_map_delete_elem(&calls, &thread);
	return 0;
}
