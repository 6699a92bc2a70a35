// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells of each program that is started, through a perf buffer: which process, and from which file.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include "execsnoop.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// A buffer for each CPU. Its keys and values belong to the kernel and the reader.
struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(key_size, sizeof(int));
	__uint(value_size, sizeof(int));
} events SEC(".maps");

SEC("tracepoint/sched/sched_process_exec")
int on_exec(struct trace_event_raw_sched_process_exec *ctx)
{
	struct event event = {};

	event.pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(event.comm, sizeof(event.comm));
	// A text of this tracepoint lies behind its fields; the lower 16 bits say how far from the beginning.
	bpf_probe_read_kernel_str(event.file, sizeof(event.file), (void *)ctx + (ctx->__data_loc_filename & 0xffff));
	bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &event, sizeof(event));
	return 0;
}
