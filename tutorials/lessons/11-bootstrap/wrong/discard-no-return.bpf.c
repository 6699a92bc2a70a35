// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each program that is started: of all, or of one command alone.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// @cmdarg {"short": "c", "help": "only this command"}
const volatile char command[16] = "";

struct event {
	int pid;
	char comm[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

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
int on_exec(void *ctx)
{
	struct event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);

	if (!event)
		return 0;
	event->pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	if (!is_wanted(event->comm)) {
		bpf_ringbuf_discard(event, 0);
	}
	bpf_ringbuf_submit(event, 0);
	return 0;
}
