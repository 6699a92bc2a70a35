// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of names that could not be deleted, and why.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

SEC("fexit/vfs_unlink")
int BPF_PROG(on_failure, void *idmap, struct inode *dir, struct dentry *dentry, void *delegated, int ret)
{
	/* your turn: nothing for what was deleted; for all else "cannot delete NAME: error NUMBER" */
	bpf_printk("%s: %d", dentry->d_name.name, ret);
	return 0;
}
