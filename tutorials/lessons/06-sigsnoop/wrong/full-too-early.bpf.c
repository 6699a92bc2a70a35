// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells who sends which signal to whom. Eight calls can be under way at once.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// What is known at the entry of kill() and needed at its exit.
struct call {
	int signal;
	pid_t target;
};

// The calls that are under way, by the thread that makes them.
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 8);
	__type(key, __u32);
	__type(value, struct call);
} calls SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_kill")
int on_enter(struct trace_event_raw_sys_enter *ctx)
{
	// kill(target, signal). The lower half of the number is the thread's id.
	__u32 thread = bpf_get_current_pid_tgid();
	struct call call = { .target = ctx->args[0], .signal = ctx->args[1] };

	bpf_map_update_elem(&calls, &thread, &call, BPF_ANY);
	return 0;
}

SEC("tracepoint/syscalls/sys_exit_kill")
int on_exit(struct trace_event_raw_sys_exit *ctx)
{
	__u32 thread = bpf_get_current_pid_tgid();
	struct call *call = bpf_map_lookup_elem(&calls, &thread);

	// A call that was under way when the program was attached has no entry here.
	if (!call)
		return 0;
	bpf_map_delete_elem(&calls, &thread);
	call = bpf_map_lookup_elem(&calls, &thread);
	if (!call)
		return 0;
	bpf_printk("signal %d to %d: %d", call->signal, call->target, (int)ctx->ret);
	return 0;
}
