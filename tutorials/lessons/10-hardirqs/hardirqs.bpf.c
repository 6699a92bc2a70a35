// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts the hardware interrupts of each device, and how long their handlers take.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

/// @description Shows how often the handlers of hardware interrupts run, and how long.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct irq_name {
	char name[32];
};

struct irq_total {
	__u64 count;
	__u64 ns;
};

// When the handler began that runs on this CPU.
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} began SEC(".maps");

/// @sample {"interval": 1000, "type": "default_kv"}
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 256);
	__type(key, struct irq_name);
	__type(value, struct irq_total);
} totals SEC(".maps");

static const struct irq_total zero;

SEC("tp_btf/irq_handler_entry")
int BPF_PROG(on_entry, int irq, struct irqaction *action)
{
	__u64 now = bpf_ktime_get_ns();
	__u32 first = 0;

	bpf_map_update_elem(&began, &first, &now, BPF_ANY);
	return 0;
}

SEC("tp_btf/irq_handler_exit")
int BPF_PROG(on_exit, int irq, struct irqaction *action)
{
	struct irq_name interrupt = {};
	__u32 first = 0;
	__u64 *start = bpf_map_lookup_elem(&began, &first);
	struct irq_total *total;

	// Attached in the middle of a handler: its beginning was not seen.
	if (!start || !*start)
		return 0;

	// action is a typed pointer: its members are read as in any C program. What name points to is text, and is copied.
	bpf_probe_read_kernel_str(interrupt.name, sizeof(interrupt.name), action->name);

	bpf_map_update_elem(&totals, &interrupt, &zero, BPF_NOEXIST);
	total = bpf_map_lookup_elem(&totals, &interrupt);
	if (!total)
		return 0;
	__sync_fetch_and_add(&total->count, 1);
	__sync_fetch_and_add(&total->ns, bpf_ktime_get_ns() - *start);
	return 0;
}
