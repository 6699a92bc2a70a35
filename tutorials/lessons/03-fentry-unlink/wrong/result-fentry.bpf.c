// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells which file somebody tries to delete, and what comes of it.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @fallback fentry/filename_unlinkat
SEC("fentry/do_unlinkat")
int BPF_PROG(on_delete, int dfd, struct filename *name)
{
	bpf_printk("delete %s", name->name);
	return 0;
}

/// @fallback fentry/filename_unlinkat
SEC("fentry/do_unlinkat")
int BPF_PROG(on_deleted, int dfd, struct filename *name, int ret)
{
	bpf_printk("ret = %d", ret);
	return 0;
}
