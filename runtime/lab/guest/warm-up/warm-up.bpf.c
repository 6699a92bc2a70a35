/* SPDX-License-Identifier: Dual BSD/GPL */
/* What the lab's guest runs before its snapshot is taken, so that a first real run finds everything warm. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("kprobe/do_unlinkat")
int warm_up_entry(void *context)
{
	bpf_printk("warm up %d", 1);
	return 0;
}

SEC("kretprobe/do_unlinkat")
int warm_up_exit(void *context)
{
	bpf_printk("warm up %d", 2);
	return 0;
}
