// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Counts the signals that each process sends.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, pid_t);
	__type(value, __u32);
} sent SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_kill")
int on_kill(void *ctx)
{
	pid_t pid = bpf_get_current_pid_tgid() >> 32;
	__u32 *count = bpf_map_lookup_elem(&sent, &pid);
	char name[16];

	*count += 1;
	bpf_get_current_comm(name, sizeof(name));
	bpf_printk("%s: %d", name, *count);
	return 0;
}
