// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each UDP datagram that comes in: to which port, and how many bytes.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// Macros are not in BTF: linux/if_ether.h and linux/pkt_cls.h have them.
#define ETH_P_IP 0x0800
#define ETH_HLEN 14
#define TC_ACT_OK 0
#define TC_ACT_SHOT 2

struct event {
	u16 to_port;
	u16 bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

/// @tchook {"attach_point": "BPF_TC_INGRESS"}
SEC("tc")
int on_packet(struct __sk_buff *skb)
{
	struct event event = {};
	struct iphdr ip;
	struct udphdr udp;

	if (skb->protocol != bpf_htons(ETH_P_IP))
		return TC_ACT_OK;
	if (bpf_skb_load_bytes(skb, ETH_HLEN, &ip, sizeof(ip)) < 0 || ip.protocol != IPPROTO_UDP)
		return TC_ACT_OK;
	if (bpf_skb_load_bytes(skb, ETH_HLEN + sizeof(ip) + 4, &udp, sizeof(udp)) < 0)
		return TC_ACT_OK;
	event.to_port = bpf_ntohs(udp.dest);
	event.bytes = bpf_ntohs(udp.len) - sizeof(udp);
	bpf_ringbuf_output(&events, &event, sizeof(event), 0);
	return TC_ACT_OK;
}
