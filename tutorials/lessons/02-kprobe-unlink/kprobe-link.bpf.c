// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Watches the deletion of files: one probe where the kernel's do_unlinkat() begins, one where it returns.
#include "vmlinux.h" // every type of the kernel, made from its BTF; must come first
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_core_read.h>

// The kernel lends some helpers, bpf_printk's among them, only to programs under a licence compatible with the GPL.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

// Runs when the function is entered. The arguments are those of do_unlinkat() itself.
/// @fallback kprobe/filename_unlinkat
SEC("kprobe/do_unlinkat")
int BPF_KPROBE(do_unlinkat, int dfd, struct filename *name)
{
	pid_t pid;
	const char *filename;

	// The upper half is what user space calls the process id; the lower half is the thread's.
	pid = bpf_get_current_pid_tgid() >> 32;
	// name points into the kernel: it is read through a helper, at the offset this kernel has the field at.
	filename = BPF_CORE_READ(name, name);
	bpf_printk("KPROBE ENTRY pid = %d, filename = %s\n", pid, filename);
	return 0;
}

// Runs when the function returns. Only the return value is left; the arguments are gone.
/// @fallback kretprobe/filename_unlinkat
SEC("kretprobe/do_unlinkat")
int BPF_KRETPROBE(do_unlinkat_exit, long ret)
{
	pid_t pid;

	pid = bpf_get_current_pid_tgid() >> 32;
	bpf_printk("KPROBE EXIT: pid = %d, ret = %ld\n", pid, ret);
	return 0;
}
