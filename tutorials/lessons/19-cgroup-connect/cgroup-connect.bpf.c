// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Sends connections of a cgroup's processes elsewhere, or refuses them, and tells of each.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

/// @description Tells of the connections of a cgroup; refuses those to a port, or sends them to another one.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// connections to this port are refused
const volatile u16 refused = 0;
/// connections to this port go elsewhere
const volatile u16 from = 0;
/// the port on this machine where they go
const volatile u16 to = 0;

enum verdict { CONNECTS, REFUSED, REDIRECTED };

struct event {
	u32 pid;
	char comm[16];
	/// @format ipv4
	u32 address;
	u16 port;
	enum verdict verdict;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

static void tell(u32 address, u16 port, enum verdict verdict)
{
	struct event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);

	if (!event)
		return;
	event->pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	event->address = address;
	event->port = port;
	event->verdict = verdict;
	bpf_ringbuf_submit(event, 0);
}

SEC("cgroup/connect4")
int on_connect(struct bpf_sock_addr *ctx)
{
	// 32 bits for a port of 16: it is in the first two bytes, in the order of the network.
	u16 port = bpf_ntohs(ctx->user_port);

	if (refused && port == refused) {
		tell(ctx->user_ip4, port, REFUSED);
		return 0;
	}
	if (from && port == from) {
		tell(ctx->user_ip4, port, REDIRECTED);
		ctx->user_ip4 = bpf_htonl(0x7f000001);
		ctx->user_port = bpf_htons(to);
		return 1;
	}
	tell(ctx->user_ip4, port, CONNECTS);
	return 1;
}
