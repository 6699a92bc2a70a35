// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Drops the UDP datagrams to one port as they leave (--port N), and tells of those that come in.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// Macros are not in BTF: linux/if_ether.h and linux/pkt_cls.h have them.
#define ETH_P_IP 0x0800
#define ETH_HLEN 14
#define TC_ACT_OK 0
#define TC_ACT_SHOT 2

/// datagrams to this port do not leave
const volatile u16 port = 0;

struct event {
	u16 to_port;
	u16 bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

// Fills in the UDP header, if the packet has one.
static bool read_udp(struct __sk_buff *skb, struct udphdr *udp)
{
	struct iphdr ip;

	if (skb->protocol != bpf_htons(ETH_P_IP))
		return false;
	if (bpf_skb_load_bytes(skb, ETH_HLEN, &ip, sizeof(ip)) < 0 || ip.protocol != IPPROTO_UDP)
		return false;
	return bpf_skb_load_bytes(skb, ETH_HLEN + ip.ihl * 4, udp, sizeof(*udp)) == 0;
}

/// @tchook {"attach_point": "BPF_TC_EGRESS"}
SEC("tc")
int on_leave(struct __sk_buff *skb)
{
	struct udphdr udp;

	if (!read_udp(skb, &udp))
		return TC_ACT_OK;
	if (udp.dest == bpf_htons(port))
		return TC_ACT_SHOT;
	return TC_ACT_OK;
}

/// @tchook {"attach_point": "BPF_TC_INGRESS"}
SEC("tc")
int on_arrive(struct __sk_buff *skb)
{
	struct event event = {};
	struct udphdr udp;

	if (!read_udp(skb, &udp))
		return TC_ACT_OK;
	event.to_port = bpf_ntohs(udp.dest);
	event.bytes = bpf_ntohs(udp.len) - sizeof(udp);
	bpf_ringbuf_output(&events, &event, sizeof(event), 0);
	return TC_ACT_OK;
}
