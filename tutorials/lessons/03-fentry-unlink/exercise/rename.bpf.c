// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells the old and the new name of each file that is renamed.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* your turn: the section */
int BPF_PROG(on_rename, struct renamedata *rd)
{
	/* your turn: follow rd to both names and print "renamed: OLD -> NEW" */
	return 0;
}
