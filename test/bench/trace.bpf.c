// What test/bench/producer.c does, as a trace line each.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* A whence that nobody else asks for. */
#define PRODUCER 77

SEC("tracepoint/syscalls/sys_enter_lseek")
int on_lseek(struct trace_event_raw_sys_enter *ctx)
{
	if (ctx->args[2] == PRODUCER)
		bpf_printk("ts=%llu seq=%llu", bpf_ktime_get_ns(), ctx->args[1]);
	return 0;
}
