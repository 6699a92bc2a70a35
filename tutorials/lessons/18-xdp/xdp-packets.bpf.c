// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each IPv4 packet that comes in at an interface, and drops UDP datagrams to one port.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

/// @description Tells of packets that come in, and can drop UDP datagrams to a port.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

// A macro of linux/if_ether.h, which BTF does not have.
#define ETH_P_IP 0x0800

/// @cmdarg {"long": "drop", "help": "drop UDP datagrams to this port"}
const volatile u16 dropped_port = 0;

struct event {
	/// @format ipv4
	u32 from;
	/// @format ipv4
	u32 to;
	u8 protocol;
	u16 bytes;
	bool dropped;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

// Whether the packet is a UDP datagram to the port that is not wanted.
static bool is_unwanted(struct iphdr *ip, void *end)
{
	struct udphdr *udp = (void *)ip + ip->ihl * 4;

	if (ip->protocol != IPPROTO_UDP || (void *)(udp + 1) > end)
		return false;
	return dropped_port && udp->dest == bpf_htons(dropped_port);
}

SEC("xdp")
int on_packet(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data;
	void *end = (void *)(long)ctx->data_end;
	struct ethhdr *ether = data;
	struct iphdr *ip = (void *)(ether + 1);
	struct event *event;
	bool drop;

	// Both headers have to lie within the packet before one of their bytes is read.
	if ((void *)(ip + 1) > end)
		return XDP_PASS;
	if (ether->h_proto != bpf_htons(ETH_P_IP))
		return XDP_PASS;
	drop = is_unwanted(ip, end);
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (event) {
		event->from = ip->saddr;
		event->to = ip->daddr;
		event->protocol = ip->protocol;
		event->bytes = end - data;
		event->dropped = drop;
		bpf_ringbuf_submit(event, 0);
	}
	return drop ? XDP_DROP : XDP_PASS;
}
