// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Sends an event for each file that is opened to be created.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct event {
	u64 nanoseconds;
	u32 pid;
	char comm[16];
	char file[64];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} creates SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int on_open(struct trace_event_raw_sys_enter *ctx)
{
	struct event *event;

	// O_CREAT of include/uapi/asm-generic/fcntl.h
	if (!(ctx->args[2] & 0100))
		return 0;
	event = bpf_ringbuf_reserve(&creates, sizeof(*event), 0);
	if (!event)
		return 0;
	event->nanoseconds = bpf_ktime_get_ns();
	event->pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	bpf_probe_read_user_str(event->file, sizeof(event->file), (void *)ctx->args[1]);
	bpf_ringbuf_submit(event, 0);
	return 0;
}
