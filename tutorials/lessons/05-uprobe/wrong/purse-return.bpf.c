// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells what is in the purse of each customer who is to pay.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("uretprobe/./till:pay")
int BPF_KPROBE(on_pay, const char *customer, int price, int purse)
{
	char name[16];

	bpf_probe_read_user_str(name, sizeof(name), customer);
	bpf_printk("%s has %d", name, purse);
	return 0;
}
