// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts hardware interrupts: which device, and whom it interrupted.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct interruption {
	int irq;
	char name[32];
	char interrupted[16];
};

/// @sample {"interval": 60000, "type": "default_kv"}
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 1024);
	__type(key, struct interruption);
	__type(value, __u64);
} counts SEC(".maps");

SEC("tp_btf/irq_handler_entry")
int BPF_PROG(on_entry, int irq, struct irqaction *action)
{
	struct interruption interrupt = { .irq = irq };
	__u64 first = 1, *count;

	bpf_get_current_comm(interrupt.interrupted, sizeof(interrupt.interrupted));
	bpf_probe_read_kernel_str(interrupt.name, sizeof(interrupt.name), action->name);
	count = bpf_map_lookup_elem(&counts, &interrupt);
	if (count)
		*count += 1;
	else
		bpf_map_update_elem(&counts, &interrupt, &first, BPF_ANY);
	return 0;
}
