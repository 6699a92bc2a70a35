// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells the old and the new name of each file that is renamed.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("fentry/vfs_rename")
int BPF_PROG(on_rename, struct renamedata *rd)
{
	const unsigned char *from = rd->old_dentry->d_name.name;
	const unsigned char *to = rd->new_dentry->d_name.name;

	bpf_printk("renamed: %s -> %s", from, to);
	return 0;
}
