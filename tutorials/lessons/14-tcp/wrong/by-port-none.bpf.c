// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Draws how long TCP's packets take to the other end and back: a histogram for each port that is called.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define SLOTS 26

struct end {
	u16 port;
};

// Slot n counts what took from 2^n up to 2^(n+1) - 1 microseconds.
struct histogram {
	u32 slots[SLOTS];
};

/// @sample {"interval": 1000, "type": "log2_hist", "unit": "us"}
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, struct end);
	__type(value, struct histogram);
} times SEC(".maps");

static const struct histogram empty;

static u32 log2_of(u64 value)
{
	u32 result = 0;

	for (int step = 32; step > 0; step /= 2) {
		if (value >> step) {
			value >>= step;
			result += step;
		}
	}
	return result;
}

SEC("fentry/tcp_rcv_established")
int BPF_PROG(on_packet, struct sock *sk)
{
	// A TCP socket begins with a sock: the same address is that of the larger struct.
	struct tcp_sock *tcp = (struct tcp_sock *)sk;
	struct histogram *histogram;
	struct end end = {};
	u32 slot;

	end.port = bpf_ntohs(sk->__sk_common.skc_dport);
		histogram = bpf_map_lookup_elem(&times, &end);
	if (!histogram)
		return 0;
	// The kernel keeps the average in eighths of a microsecond.
	slot = log2_of(BPF_CORE_READ(tcp, srtt_us) >> 3);
	if (slot >= SLOTS)
		slot = SLOTS - 1;
	__sync_fetch_and_add(&histogram->slots[slot], 1);
	return 0;
}
