// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Refuses connections to port 7777, and tells how each connect(2) ends.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define AF_INET 2
#define EPERM 1

// What came of it: told at the end of each connect(2), whoever decided.
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

SEC("lsm/socket_connect")
int BPF_PROG(on_connect, struct socket *sock, struct sockaddr *address, int length, int answer)
{
	struct sockaddr_in to = {};

	if (answer)
		return answer;
	bpf_probe_read_kernel(&to, sizeof(to), address);
	if (to.sin_family == AF_INET)
		return -EPERM;
	return 0;
}
