// What test/bench/producer.c does, as a record each: number, when, who. Rows of benchmarks read it, ours and theirs.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* A whence that nobody else asks for. */
#define PRODUCER 77

struct event {
	u64 ts;
	u64 seq;
	u32 pid;
	s32 fd;
	char comm[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 16 << 20);
} events SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_lseek")
int on_lseek(struct trace_event_raw_sys_enter *ctx)
{
	struct event *event;

	if (ctx->args[2] != PRODUCER)
		return 0;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return 0;
	event->ts = bpf_ktime_get_ns();
	event->seq = ctx->args[1];
	event->pid = bpf_get_current_pid_tgid() >> 32;
	event->fd = ctx->args[0];
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	bpf_ringbuf_submit(event, 0);
	return 0;
}
