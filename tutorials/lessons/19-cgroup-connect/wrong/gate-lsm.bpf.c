// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Refuses the processes of a cgroup connections to port 7777, and tells how each connect(2) ends.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// What came of it: told at the end of each connect(2), in any cgroup.
struct result {
	char comm[16];
	int error;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} results SEC(".maps");

SEC("tracepoint/syscalls/sys_exit_connect")
int on_result(struct trace_event_raw_sys_exit *ctx)
{
	struct result result = {};

	bpf_get_current_comm(result.comm, sizeof(result.comm));
	result.error = ctx->ret;
	bpf_ringbuf_output(&results, &result, sizeof(result), 0);
	return 0;
}

SEC("cgroup/connect4")
int on_connect(struct bpf_sock_addr *ctx)
{
	// 0 lets it go on, as at an LSM hook.
	if (ctx->user_port == bpf_htons(7777))
		return 1;
	return 0;
}
