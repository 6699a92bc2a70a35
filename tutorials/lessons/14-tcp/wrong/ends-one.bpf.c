// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of the changes of state of TCP sockets that have a port at either end: --port N.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// The numbers are the kernel's (include/net/tcp_states.h); with names of our own, tsecli can print them.
enum tcp_state {
	ESTABLISHED = 1,
	SYN_SENT,
	SYN_RECV,
	FIN_WAIT1,
	FIN_WAIT2,
	TIME_WAIT,
	CLOSE,
	CLOSE_WAIT,
	LAST_ACK,
	LISTEN,
	CLOSING,
	NEW_SYN_RECV,
};

/// only sockets with this port at one of the ends; 0 is all
const volatile u16 port = 0;

struct event {
	u16 own_port;
	u16 other_port;
	enum tcp_state old;
	enum tcp_state new;
	u64 lasted_us;
};

// When each socket last changed, by its address.
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, u64);
	__type(value, u64);
} changes SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

SEC("tracepoint/sock/inet_sock_set_state")
int on_change(struct trace_event_raw_inet_sock_set_state *ctx)
{
	u64 key = (u64)ctx->skaddr;
	u64 now = bpf_ktime_get_ns();
	struct event *event;
	u64 *before;

	if (ctx->protocol != IPPROTO_TCP)
		return 0;
	if (port && ctx->dport != port)
		return 0;
	before = bpf_map_lookup_elem(&changes, &key);
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (event) {
		event->own_port = ctx->sport;
		event->other_port = ctx->dport;
		event->old = ctx->oldstate;
		event->new = ctx->newstate;
		event->lasted_us = before ? (now - *before) / 1000 : 0;
		bpf_ringbuf_submit(event, 0);
	}
	// CLOSE is the end: the address may soon belong to another socket.
	if (ctx->newstate == CLOSE)
		bpf_map_delete_elem(&changes, &key);
	else
		bpf_map_update_elem(&changes, &key, &now, BPF_ANY);
	return 0;
}
