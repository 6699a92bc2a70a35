// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of names that could not be deleted, and why.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("fexit/vfs_unlink")
int BPF_PROG(on_failure, void *idmap, struct inode *dir, struct dentry *dentry, void *delegated, int ret)
{
	// 0 is success; an error is its number, negated: -21 is EISDIR.
	if (ret > 0)
		return 0;
	bpf_printk("cannot delete %s: error %d", dentry->d_name.name, -ret);
	return 0;
}
