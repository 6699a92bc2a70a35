// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each order that is served: a structure in the memory of the till.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// As the till's source has it: vmlinux.h knows the kernel's types, not those of other programs.
struct order {
	char customer[16];
	int price;
	int purse;
};

SEC("uprobe/./till:serve")
int BPF_KPROBE(on_serve, const struct order *order)
{
	struct order copy;

	bpf_probe_read_user(&copy, sizeof(order), order);
	bpf_printk("order of %s: %d", copy.customer, copy.price);
	return 0;
}
