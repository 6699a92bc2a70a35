// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each file that is to be deleted. As it was, the verifier refused it.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @fallback kprobe/filename_unlinkat
SEC("kprobe/do_unlinkat")
int BPF_KPROBE(do_unlinkat, int dfd, struct filename *name)
{
	const char *filename = name->name;

	bpf_printk("UNLINK %s", filename);
	return 0;
}
