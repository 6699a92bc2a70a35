// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each process that ends which file it was started from: joins its start and its end.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct start {
	__u64 ns;
	char file[64];
};

struct event {
	int pid;
	unsigned int exit_code;
	__u64 us;
	char file[64];
};

/// @sample {"interval": 60000, "type": "default_kv"}
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, pid_t);
	__type(value, struct start);
} started SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

SEC("tracepoint/sched/sched_process_exec")
int on_exec(struct trace_event_raw_sched_process_exec *ctx)
{
	pid_t pid = bpf_get_current_pid_tgid() >> 32;
	struct start start = {};

	start.ns = bpf_ktime_get_ns();
	bpf_probe_read_kernel_str(start.file, sizeof(start.file), (void *)ctx + (ctx->__data_loc_filename & 0xffff));
	bpf_map_update_elem(&started, &pid, &start, BPF_ANY);
	return 0;
}

SEC("tracepoint/sched/sched_process_exit")
int on_exit(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	__u64 id = bpf_get_current_pid_tgid();
	pid_t pid = id >> 32, thread = id;
	struct event *event;
	struct start *start;

	if (thread != pid)
		return 0;
	start = bpf_map_lookup_elem(&started, &pid);
	if (!start)
		return 0;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (event) {
		event->pid = pid;
		event->exit_code = (BPF_CORE_READ(task, exit_code) >> 8) & 0xff;
		event->us = bpf_ktime_get_ns() - start->ns;
		__builtin_memcpy(event->file, start->file, sizeof(event->file));
		bpf_ringbuf_submit(event, 0);
	}
	bpf_map_delete_elem(&started, &pid);
	return 0;
}
