// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Sends connections to port 7777 to another one, --to N, and tells to which port TCP really goes.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// where connections to port 7777 go
const volatile u16 to = 0;

// What the kernel does in the end: told when a TCP socket begins to connect.
struct attempt {
	char comm[16];
	u16 port;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} attempts SEC(".maps");

SEC("tracepoint/sock/inet_sock_set_state")
int on_change(struct trace_event_raw_inet_sock_set_state *ctx)
{
	struct attempt attempt = {};

	if (ctx->newstate != TCP_SYN_SENT)
		return 0;
	bpf_get_current_comm(attempt.comm, sizeof(attempt.comm));
	attempt.port = ctx->dport;
	bpf_ringbuf_output(&attempts, &attempt, sizeof(attempt), 0);
	return 0;
}

SEC("cgroup/connect4")
int on_connect(struct bpf_sock_addr *ctx)
{
	u32 port = ctx->user_port;

	if (port == bpf_htons(7777))
		port = bpf_htons(to);
	return 1;
}
