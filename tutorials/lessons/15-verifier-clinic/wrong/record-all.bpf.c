// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Sends a record for each process that ends with an exit code other than 0.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct event {
	u32 pid;
	u32 code;
	char comm[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

SEC("tracepoint/sched/sched_process_exit")
int send_failures(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	struct event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);

	if (!event)
		return 0;
	event->pid = bpf_get_current_pid_tgid() >> 32;
	event->code = (BPF_CORE_READ(task, exit_code) >> 8) & 0xff;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	if (event->code == 0) {
		bpf_ringbuf_submit(event, 0);
		return 0;
	}
	bpf_ringbuf_submit(event, 0);
	return 0;
}
