// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells how each deletion ended: 0, or a negative errno.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @fallback kprobe/filename_unlinkat
SEC("kprobe/do_unlinkat")
int BPF_KPROBE(do_unlinkat, int dfd, struct filename *name)
{
	pid_t pid = bpf_get_current_pid_tgid() >> 32;

	bpf_printk("KPROBE ENTRY pid = %d, filename = %s", pid, BPF_CORE_READ(name, name));
	return 0;
}

/* your turn: a second program, do_unlinkat_exit, where the function returns */
