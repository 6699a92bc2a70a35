// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each UDP datagram that comes in: to which port, and how many bytes.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define ETH_P_IP 0x0800

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
	struct event event = {};
	struct udphdr *udp;

	if ((void *)(ip + 1) > end)
		return XDP_PASS;
	if (ether->h_proto != bpf_htons(ETH_P_IP) || ip->protocol != IPPROTO_UDP)
		return XDP_PASS;
	udp = (void *)ip + ip->ihl * 4;
	if ((void *)(udp + 1) < end)
		return XDP_PASS;
	event.to_port = bpf_ntohs(udp->dest);
	event.bytes = bpf_ntohs(udp->len) - sizeof(*udp);
	bpf_ringbuf_output(&events, &event, sizeof(event), 0);
	return XDP_PASS;
}
