// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells who waited how long for a TCP connection.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct event {
	u32 pid;
	char comm[16];
	/// @format ipv4
	u32 to;
	u16 port;
	u64 took_us;
};

// What is known when a process asks for a connection.
struct start {
	u64 time;
	u32 pid;
	char comm[16];
};

// The connections that wait for an answer, by the address of their socket.
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, u64);
	__type(value, struct start);
} starts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

SEC("fentry/tcp_v4_connect")
int BPF_PROG(on_connect, struct sock *sk)
{
	struct start start = {};
	u64 key = (u64)sk;

	start.time = bpf_ktime_get_ns();
	start.pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(start.comm, sizeof(start.comm));
	bpf_map_update_elem(&starts, &key, &start, BPF_ANY);
	return 0;
}

SEC("fentry/tcp_rcv_state_process")
int BPF_PROG(on_answer, struct sock *sk)
{
	u64 key = (u64)sk;
	struct start *start;
	struct event *event;

	// Only a socket that has asked and got no answer yet: this packet is the answer.
	if (sk->__sk_common.skc_state != TCP_SYN_SENT)
		return 0;
	start = bpf_map_lookup_elem(&starts, &key);
	if (!start)
		return 0;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (event) {
		event->pid = start->pid;
		bpf_get_current_comm(event->comm, sizeof(event->comm));
		event->to = sk->__sk_common.skc_daddr;
		event->port = bpf_ntohs(sk->__sk_common.skc_dport);
		event->took_us = (bpf_ktime_get_ns() - start->time) / 1000;
		bpf_ringbuf_submit(event, 0);
	}
	bpf_map_delete_elem(&starts, &key);
	return 0;
}

// A connection that nobody ever answered ends here.
SEC("tp_btf/tcp_destroy_sock")
int BPF_PROG(on_destroy, struct sock *sk)
{
	u64 key = (u64)sk;

	bpf_map_delete_elem(&starts, &key);
	return 0;
}
