// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells with which first argument each program is started.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct event {
	int pid;
	char argument[64];
};

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(key_size, sizeof(int));
	__uint(value_size, sizeof(int));
} events SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_execve")
int on_execve(struct trace_event_raw_sys_enter *ctx)
{
	// execve(file, argv, envp): argv is an array of pointers, and array and texts are in the process's memory.
	const char *const *argv = (const char *const *)ctx->args[1];
	const char *argument = NULL;
	struct event event = {};

	event.pid = bpf_get_current_pid_tgid() >> 32;
	bpf_probe_read_user(&argument, sizeof(argument), &argv[0]);
	bpf_probe_read_user_str(event.argument, sizeof(event.argument), argument);
	bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &event, sizeof(event));
	return 0;
}
