// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Draws how long TCP's packets take to the other end and back, as the kernel itself estimates it.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_core_read.h>

/// @description Draws the round trip times of all TCP connections.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

#define SLOTS 26

// Slot n counts what took from 2^n up to 2^(n+1) - 1 microseconds.
struct histogram {
	u32 slots[SLOTS];
};

/// @sample {"interval": 1000, "type": "log2_hist", "unit": "us"}
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct histogram);
} times SEC(".maps");

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
	u32 key = 0, slot;

	histogram = bpf_map_lookup_elem(&times, &key);
	if (!histogram)
		return 0;
	// The kernel keeps the average in eighths of a microsecond.
	slot = log2_of(BPF_CORE_READ(tcp, srtt_us) >> 3);
	if (slot >= SLOTS)
		slot = SLOTS - 1;
	__sync_fetch_and_add(&histogram->slots[slot], 1);
	return 0;
}
