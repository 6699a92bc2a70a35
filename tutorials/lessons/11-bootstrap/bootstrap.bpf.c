// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of processes from their start to their end: from which file, how they ended, and how long they ran.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include "bootstrap.h"

/// @description Tells which programs are started, how they end, and how long they run.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @cmdarg {"short": "m", "long": "min-ms", "help": "only processes that ran as many milliseconds; their start is not told then"}
const volatile unsigned long long min_ms = 0;

/// @cmdarg {"short": "c", "help": "only this command"}
const volatile char command[16] = "";

// What is known of a program when it starts, and wanted when it ends.
struct start {
	__u64 ns;
	char file[64];
};

// The processes that run, by their id.
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

// Whether this command is one that the user wants to hear of.
static bool is_wanted(const char *comm)
{
	if (!command[0])
		return true;
	for (int at = 0; at < 16; at++) {
		if (comm[at] != command[at])
			return false;
		if (!comm[at])
			return true;
	}
	return true;
}

SEC("tracepoint/sched/sched_process_exec")
int on_exec(struct trace_event_raw_sched_process_exec *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	pid_t pid = bpf_get_current_pid_tgid() >> 32;
	struct start start = {};
	struct event *event;

	start.ns = bpf_ktime_get_ns();
	bpf_probe_read_kernel_str(start.file, sizeof(start.file), (void *)ctx + (ctx->__data_loc_filename & 0xffff));
	bpf_map_update_elem(&started, &pid, &start, BPF_ANY);

	// Nobody knows yet how long it will run.
	if (min_ms)
		return 0;

	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return 0;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	if (!is_wanted(event->comm)) {
		// What was reserved is given back: the reader passes over it.
		bpf_ringbuf_discard(event, 0);
		return 0;
	}
	event->moment = PROCESS_STARTED;
	event->pid = pid;
	event->ppid = BPF_CORE_READ(task, real_parent, tgid);
	// Nobody has cleared this memory: each member has to be written.
	event->exit_code = 0;
	event->signal = 0;
	event->ms = 0;
	__builtin_memcpy(event->file, start.file, sizeof(event->file));
	bpf_ringbuf_submit(event, 0);
	return 0;
}

SEC("tracepoint/sched/sched_process_exit")
int on_exit(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	__u64 id = bpf_get_current_pid_tgid(), ms;
	pid_t pid = id >> 32, thread = id;
	struct event *event;
	struct start *start;
	int status;

	if (thread != pid)
		return 0;
	start = bpf_map_lookup_elem(&started, &pid);
	// It was there before us, or is the copy of a process that has never started a program.
	if (!start)
		return 0;
	ms = (bpf_ktime_get_ns() - start->ns) / 1000000;
	if (ms < min_ms)
		goto forget;

	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		goto forget;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	if (!is_wanted(event->comm)) {
		bpf_ringbuf_discard(event, 0);
		goto forget;
	}
	event->moment = PROCESS_ENDED;
	event->pid = pid;
	event->ppid = BPF_CORE_READ(task, real_parent, tgid);
	status = BPF_CORE_READ(task, exit_code);
	event->exit_code = (status >> 8) & 0xff;
	event->signal = status & 0x7f;
	event->ms = ms;
	__builtin_memcpy(event->file, start->file, sizeof(event->file));
	bpf_ringbuf_submit(event, 0);

forget:
	// On every way out: otherwise the map fills up with processes that are long gone.
	bpf_map_delete_elem(&started, &pid);
	return 0;
}
