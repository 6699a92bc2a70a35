// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Drops UDP datagrams to one port (--port N) before the kernel looks at them. A tc program tells of those that got through.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define ETH_P_IP 0x0800
#define ETH_HLEN 14
#define TC_ACT_OK 0

/// datagrams to this port are dropped
const volatile u16 port = 0;

struct event {
	u16 to_port;
	u16 bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

SEC("xdp")
int on_packet(struct xdp_md *ctx)
{
	void *end = (void *)(long)ctx->data_end;
	struct ethhdr *ether = (void *)(long)ctx->data;
	struct iphdr *ip = (void *)(ether + 1);

	if ((void *)(ip + 1) > end)
		return XDP_PASS;
	if (ether->h_proto != bpf_htons(ETH_P_IP) || ip->protocol != IPPROTO_UDP)
		return XDP_PASS;
	/* your turn: find the UDP header, test that it is all there, and drop what goes to the port */
	return XDP_PASS;
}

// Traffic control comes after XDP: what arrives here was let through.
/// @tchook {"attach_point": "BPF_TC_INGRESS"}
SEC("tc")
int on_arrive(struct __sk_buff *skb)
{
	struct event event = {};
	struct iphdr ip;
	struct udphdr udp;

	if (skb->protocol != bpf_htons(ETH_P_IP))
		return TC_ACT_OK;
	if (bpf_skb_load_bytes(skb, ETH_HLEN, &ip, sizeof(ip)) < 0 || ip.protocol != IPPROTO_UDP)
		return TC_ACT_OK;
	if (bpf_skb_load_bytes(skb, ETH_HLEN + ip.ihl * 4, &udp, sizeof(udp)) < 0)
		return TC_ACT_OK;
	event.to_port = bpf_ntohs(udp.dest);
	event.bytes = bpf_ntohs(udp.len) - sizeof(udp);
	bpf_ringbuf_output(&events, &event, sizeof(event), 0);
	return TC_ACT_OK;
}
