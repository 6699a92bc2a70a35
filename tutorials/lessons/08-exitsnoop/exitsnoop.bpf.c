// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each process that ends, through a ring buffer: how it ended, and how long it lived.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include "exitsnoop.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// One buffer for all CPUs. Its size is in bytes: a power of two, and whole pages.
struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

SEC("tracepoint/sched/sched_process_exit")
int on_exit(void *ctx)
{
	__u64 id = bpf_get_current_pid_tgid();
	pid_t pid = id >> 32, thread = id;
	struct task_struct *task;
	struct event *event;
	int code;

	// Threads come by here, too. The one whose id is the process's own is the first of them.
	if (thread != pid)
		return 0;

	// Room in the buffer itself: what is written there is not copied any more. NULL: the buffer is full.
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return 0;

	task = (struct task_struct *)bpf_get_current_task();
	event->pid = pid;
	event->ppid = BPF_CORE_READ(task, real_parent, tgid);

	// As wait() has it: the exit code in the second byte, the signal in the lower seven bits of the first.
	code = BPF_CORE_READ(task, exit_code);
	event->exit_code = (code >> 8) & 0xff;
	event->signal = code & 0x7f;

	event->duration_ns = bpf_ktime_get_ns() - BPF_CORE_READ(task, start_time);
	bpf_get_current_comm(event->comm, sizeof(event->comm));

	// From here on the record belongs to the reader.
	bpf_ringbuf_submit(event, 0);
	return 0;
}
