// Every read(2) of dd: what rows/ringbuf.mjs prints as JSON lines.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct read_event {
	u32 pid;
	u32 fd;
	u64 count;
	char comm[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 16 << 20);
} reads SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_read")
int on_read(struct trace_event_raw_sys_enter *ctx)
{
	struct read_event *event;
	char comm[16];

	bpf_get_current_comm(&comm, sizeof(comm));
	if (comm[0] != 'd' || comm[1] != 'd' || comm[2] != 0)
		return 0;
	event = bpf_ringbuf_reserve(&reads, sizeof(*event), 0);
	if (!event)
		return 0;
	event->pid = bpf_get_current_pid_tgid() >> 32;
	event->fd = ctx->args[0];
	event->count = ctx->args[2];
	__builtin_memcpy(event->comm, comm, sizeof(comm));
	bpf_ringbuf_submit(event, 0);
	return 0;
}
