// Sources of programs that grow: what the rows of growth compile.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePackage } from './sides.mjs';

/** Compiles a text into the package and the object of that name, in the bench's folder. */
export function compileText({ folder }, name, text) {
  const path = join(folder, `${name}.bpf.c`);
  writeFileSync(path, text);
  return compilePackage(path, folder);
}

/** What every source begins with. */
export const head = `#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

`;

/** A program that sends an event for each call of producer.c; `maps` and `send` are of the caller's making. */
export const programWith = (maps, send) => `${head}${maps}
SEC("tracepoint/syscalls/sys_enter_lseek")
int on_lseek(struct trace_event_raw_sys_enter *ctx)
{
	u64 number = ctx->args[1];
	struct event *event;

	if (ctx->args[2] != 77)
		return 0;
${send}	return 0;
}
`;

/** The event that has its time and number alone, as those of `sendTo`. */
export const plainEvent = `struct event {
	u64 ts;
	u64 seq;
};

`;

/** The event of events.bpf.c, which the C consumer prints, and what is to be filled in beside time and number. */
export const wholeEvent = `struct event {
	u64 ts;
	u64 seq;
	u32 pid;
	s32 fd;
	char comm[16];
};

`;
export const fillWhole = `	event->pid = bpf_get_current_pid_tgid() >> 32;
	event->fd = ctx->args[0];
	bpf_get_current_comm(event->comm, sizeof(event->comm));
`;

/** A ring buffer of so many bytes. */
export const ring = (name, bytes) => `struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, ${bytes});
} ${name} SEC(".maps");
`;

/** Statements that send an event to a ring buffer; `fill` sets more than its number and time. */
export const sendTo = (name, fill = '') => `	event = bpf_ringbuf_reserve(&${name}, sizeof(*event), 0);
	if (!event)
		return 0;
	event->ts = bpf_ktime_get_ns();
	event->seq = number;
${fill}	bpf_ringbuf_submit(event, 0);
`;
