// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of one file's deletion: which one is said on the command line, --wanted NAME.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

const volatile char wanted[32] = "";

/// @fallback kprobe/filename_unlinkat
SEC("kprobe/do_unlinkat")
int BPF_KPROBE(do_unlinkat, int dfd, struct filename *name)
{
	char filename[32] = "";

	bpf_probe_read_kernel_str(filename, sizeof(filename), BPF_CORE_READ(name, name));
	for (int i = 0; i < sizeof(filename); i++) {
		if (filename[i] != wanted[i])
			return 0;
		if (filename[i] == 0)
			break;
	}
	bpf_printk("DELETED filename = %s", filename);
	return 0;
}
