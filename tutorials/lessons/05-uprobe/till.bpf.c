// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Looks into the till: who pays how much, and what comes of it.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// Runs when pay() is entered, in whatever process that runs this file.
SEC("uprobe/./till:pay")
int BPF_KPROBE(on_pay, const char *customer, int price)
{
	char name[16];

	// The name lies in the memory of the process: it is copied before it is used.
	bpf_probe_read_user_str(name, sizeof(name), customer);
	bpf_printk("%s is to pay %d", name, price);
	return 0;
}

// Runs when pay() returns; of the call, only the result is left.
SEC("uretprobe/./till:pay")
int BPF_KRETPROBE(on_paid, int paid)
{
	bpf_printk("paid: %d", paid);
	return 0;
}
