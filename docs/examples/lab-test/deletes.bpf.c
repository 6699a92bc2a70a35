// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Files that are deleted: the program that is tested.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct event {
	u32 pid;
	char comm[16];
	char file[64];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} deletes SEC(".maps");

SEC("kprobe/do_unlinkat")
int BPF_KPROBE(on_unlink, int directory, struct filename *name)
{
	struct event event = {};

	event.pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(event.comm, sizeof(event.comm));
	bpf_probe_read_kernel_str(event.file, sizeof(event.file), BPF_CORE_READ(name, name));
	bpf_ringbuf_output(&deletes, &event, sizeof(event), 0);
	return 0;
}
