// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each UDP datagram that comes in at an interface, and drops those to one port.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

/// @description Tells of UDP datagrams that come in, and can drop those to a port.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

// Macros are not in BTF: linux/if_ether.h and linux/pkt_cls.h have them.
#define ETH_P_IP 0x0800
#define ETH_HLEN 14
#define TC_ACT_OK 0
#define TC_ACT_SHOT 2

/// @cmdarg {"long": "drop", "help": "drop datagrams to this port"}
const volatile u16 dropped_port = 0;

struct event {
	/// @format ipv4
	u32 from;
	u16 from_port;
	/// @format ipv4
	u32 to;
	u16 to_port;
	u16 bytes;
	bool dropped;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

/// @tchook {"attach_point": "BPF_TC_INGRESS"}
SEC("tc")
int on_packet(struct __sk_buff *skb)
{
	struct event *event;
	struct iphdr ip;
	struct udphdr udp;
	bool drop;

	if (skb->protocol != bpf_htons(ETH_P_IP))
		return TC_ACT_OK;
	// The packet begins with the Ethernet header; IP is behind it.
	if (bpf_skb_load_bytes(skb, ETH_HLEN, &ip, sizeof(ip)) < 0 || ip.protocol != IPPROTO_UDP)
		return TC_ACT_OK;
	// ihl: the length of the IP header in words of four bytes. It has 20 bytes, or more with options.
	if (bpf_skb_load_bytes(skb, ETH_HLEN + ip.ihl * 4, &udp, sizeof(udp)) < 0)
		return TC_ACT_OK;
	drop = dropped_port && udp.dest == bpf_htons(dropped_port);
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (event) {
		event->from = ip.saddr;
		event->from_port = bpf_ntohs(udp.source);
		event->to = ip.daddr;
		event->to_port = bpf_ntohs(udp.dest);
		// The length in the header counts the header, too.
		event->bytes = bpf_ntohs(udp.len) - sizeof(udp);
		event->dropped = drop;
		bpf_ringbuf_submit(event, 0);
	}
	return drop ? TC_ACT_SHOT : TC_ACT_OK;
}
