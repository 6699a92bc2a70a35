// What opensnoop of libbpf-tools reports: each open with its result, from a perf buffer as there.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

struct open {
	u64 path;
	int flags;
};

struct event {
	u64 ts;
	u32 pid;
	u32 uid;
	s32 ret;
	s32 flags;
	char comm[16];
	char path[255];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, u32);
	__type(value, struct open);
} started SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(key_size, sizeof(u32));
	__uint(value_size, sizeof(u32));
} events SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int on_enter(struct trace_event_raw_sys_enter *ctx)
{
	u32 tid = bpf_get_current_pid_tgid();
	struct open open = {ctx->args[1], ctx->args[2]};

	bpf_map_update_elem(&started, &tid, &open, BPF_ANY);
	return 0;
}

SEC("tracepoint/syscalls/sys_exit_openat")
int on_exit(struct trace_event_raw_sys_exit *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	u32 tid = id;
	struct open *open = bpf_map_lookup_elem(&started, &tid);
	struct event event = {};

	if (!open)
		return 0;
	event.ts = bpf_ktime_get_ns();
	event.pid = id >> 32;
	event.uid = bpf_get_current_uid_gid();
	event.ret = ctx->ret;
	event.flags = open->flags;
	bpf_get_current_comm(event.comm, sizeof(event.comm));
	bpf_probe_read_user_str(event.path, sizeof(event.path), (void *)open->path);
	bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &event, sizeof(event));
	bpf_map_delete_elem(&started, &tid);
	return 0;
}
