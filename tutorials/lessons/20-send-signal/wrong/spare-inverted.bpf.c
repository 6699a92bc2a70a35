// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Ends every process that opens a certain file but those of one name, and tells how it ended.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/// The file that nobody may open, by the path that open() is given
const volatile char file[32] = "/etc/guarded";

/// Processes of this name are spared
const volatile char spare[16] = "init";

/// The signal that is sent: 9 cannot be caught, 15 can
const volatile unsigned int signal = 9;

enum kind { SENT, ENDED };

struct event {
	enum kind kind;
	u32 pid;
	u32 signal;
	u32 code;
	char comm[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

static void tell(enum kind kind, u32 number, u32 code)
{
	struct event event = { .kind = kind, .signal = number, .code = code };

	event.pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(event.comm, sizeof(event.comm));
	bpf_ringbuf_output(&events, &event, sizeof(event), 0);
}

static bool is_spared(void)
{
	char comm[16] = {};

	bpf_get_current_comm(comm, sizeof(comm));
	for (int i = 0; i < sizeof(comm); i++) {
		if (comm[i] != spare[i])
			return false;
		if (!comm[i])
			break;
	}
	return true;
}

SEC("tracepoint/syscalls/sys_enter_openat")
int on_open(struct trace_event_raw_sys_enter *ctx)
{
	char path[32] = {};

	bpf_probe_read_user_str(path, sizeof(path), (void *)ctx->args[1]);
	for (int i = 0; i < sizeof(path); i++) {
		if (path[i] != file[i])
			return 0;
		if (!path[i])
			break;
	}
	if (!is_spared())
		return 0;
	// To the process that runs this program at this moment, and no other.
	bpf_send_signal(signal);
	tell(SENT, signal, 0);
	return 0;
}

SEC("tracepoint/sched/sched_process_exit")
int on_exit(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	u32 status = BPF_CORE_READ(task, exit_code);
	u64 id = bpf_get_current_pid_tgid();

	// Each thread ends; only the first one has the number of the process.
	if (id >> 32 != (u32)id)
		return 0;
	// As wait() gives it: the lowest seven bits are the signal, the second byte what exit() was given.
	tell(ENDED, status & 0x7f, (status >> 8) & 0xff);
	return 0;
}
