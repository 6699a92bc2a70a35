// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Watches the deletion of files at both ends of the kernel's do_unlinkat(), by trampolines.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// Runs when the function is entered.
/// @fallback fentry/filename_unlinkat
SEC("fentry/do_unlinkat")
int BPF_PROG(do_unlinkat, int dfd, struct filename *name)
{
	pid_t pid = bpf_get_current_pid_tgid() >> 32;

	// The verifier knows what name points to, so its members are read as in any C program.
	bpf_printk("fentry: pid = %d, filename = %s", pid, name->name);
	return 0;
}

// Runs when the function returns: the arguments are still there, and the result comes behind them.
/// @fallback fexit/filename_unlinkat
SEC("fexit/do_unlinkat")
int BPF_PROG(do_unlinkat_exit, int dfd, struct filename *name, int ret)
{
	pid_t pid = bpf_get_current_pid_tgid() >> 32;

	bpf_printk("fexit: pid = %d, dfd = %d, ret = %d", pid, dfd, ret);
	return 0;
}
