// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells what was paid, and who the till has refused.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("uretprobe/./till:pay")
int BPF_KRETPROBE(on_paid, int paid)
{
	if (paid < 0)
		bpf_printk("refused");
	else
		bpf_printk("paid %d", paid);
	return 0;
}
