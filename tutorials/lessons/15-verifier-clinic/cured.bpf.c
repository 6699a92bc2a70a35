// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// The seven programs of clinic.bpf.c, cured.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct event {
	u32 pid;
	char file[64];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__type(key, u32);
	__type(value, u64);
	__uint(max_entries, 1024);
} opens_by_pid SEC(".maps");

// How often each file descriptor was written to: 0 is the standard input, 1 the output, 2 the errors.
u64 writes_by_fd[16];

// 1: counts the files that each process opens.
SEC("tracepoint/syscalls/sys_enter_openat")
int count_opens(struct trace_event_raw_sys_enter *ctx)
{
	u32 pid = bpf_get_current_pid_tgid() >> 32;
	u64 *count = bpf_map_lookup_elem(&opens_by_pid, &pid);
	u64 one = 1;

	if (!count) {
		bpf_map_update_elem(&opens_by_pid, &pid, &one, BPF_NOEXIST);
		return 0;
	}
	__sync_fetch_and_add(count, 1);
	return 0;
}

// 2: prints the parent of each process that starts a program.
SEC("tracepoint/sched/sched_process_exec")
int show_parent(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();

	bpf_printk("parent %d", BPF_CORE_READ(task, real_parent, tgid));
	return 0;
}

// 3: counts writes by file descriptor.
SEC("tracepoint/syscalls/sys_enter_write")
int count_writes(struct trace_event_raw_sys_enter *ctx)
{
	u32 fd = ctx->args[0];

	if (fd >= 16)
		return 0;
	writes_by_fd[fd] += 1;
	return 0;
}

// 4: prints the beginning of what is sent through sockets.
SEC("tracepoint/syscalls/sys_enter_sendto")
int show_text(struct trace_event_raw_sys_enter *ctx)
{
	char text[32] = {};
	u64 length = ctx->args[2];

	// The last byte stays zero: the text ends there.
	if (length > sizeof(text) - 1)
		length = sizeof(text) - 1;
	bpf_probe_read_user(text, length, (void *)ctx->args[1]);
	bpf_printk("text %s", text);
	return 0;
}

// 5: sends the name of each file that somebody other than root deletes.
SEC("tracepoint/syscalls/sys_enter_unlinkat")
int send_deletes(struct trace_event_raw_sys_enter *ctx)
{
	struct event *event;

	if ((u32)bpf_get_current_uid_gid() == 0)
		return 0;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return 0;
	event->pid = bpf_get_current_pid_tgid() >> 32;
	bpf_probe_read_user_str(event->file, sizeof(event->file), (void *)ctx->args[1]);
	bpf_ringbuf_submit(event, 0);
	return 0;
}

// 6: prints one of the first four arguments of mmap(), each time the next.
u32 calls;

SEC("tracepoint/syscalls/sys_enter_mmap")
int show_arguments(struct trace_event_raw_sys_enter *ctx)
{
	u64 arguments[4] = { ctx->args[0], ctx->args[1], ctx->args[2], ctx->args[3] };
	u32 which = calls++ & 3;

	bpf_printk("argument %d is %llx", which, arguments[which]);
	return 0;
}

// 7: once somebody has set `ready`, prints who ends.
volatile int ready;

SEC("tracepoint/sched/sched_process_exit")
int wait_for_ready(void *ctx)
{
	if (!ready)
		return 0;
	bpf_printk("process %d ends", bpf_get_current_pid_tgid() >> 32);
	return 0;
}
