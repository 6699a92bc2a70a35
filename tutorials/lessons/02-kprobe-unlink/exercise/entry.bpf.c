// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each file that is to be deleted: who wants it, and what its name is.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @fallback kprobe/filename_unlinkat
SEC("kprobe/" /* your turn: the function */)
int BPF_KPROBE(do_unlinkat, int dfd, struct filename *name)
{
	pid_t pid = 0; /* your turn: the process id */
	const char *filename = 0; /* your turn: the name that is in struct filename */

	bpf_printk("KPROBE ENTRY pid = %d, filename = %s", pid, filename);
	return 0;
}
