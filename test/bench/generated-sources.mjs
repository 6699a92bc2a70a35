// Sources larger than a lesson's, made of what real tools are made of: maps, CO-RE reads, helpers, several programs.

const head = `// SPDX-License-Identifier: Dual BSD/GPL
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_tracing.h>
`;
const license = 'char LICENSE[] SEC("license") = "Dual BSD/GPL";\n';

const program = (index) => `
struct event_${index} {
	__u64 time;
	__u32 pid;
	__u32 parent;
	char comm[16];
	char parent_comm[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, __u32);
	__type(value, struct event_${index});
} events_${index} SEC(".maps");

SEC("kprobe/do_unlinkat")
int BPF_KPROBE(program_${index}, int dfd, struct filename *name)
{
	struct event_${index} event = {};
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	__u32 pid = bpf_get_current_pid_tgid() >> 32;

	event.time = bpf_ktime_get_ns();
	event.pid = pid;
	event.parent = BPF_CORE_READ(task, real_parent, tgid);
	bpf_get_current_comm(&event.comm, sizeof(event.comm));
	BPF_CORE_READ_STR_INTO(&event.parent_comm, task, real_parent, comm);
	if (event.parent == ${index + 1})
		return 0;
	bpf_map_update_elem(&events_${index}, &pid, &event, BPF_ANY);
	bpf_printk("program ${index}: pid = %d", pid);
	return 0;
}
`;

/** A source of a thousand lines. */
export function thousandLines() {
  const parts = [head, license];
  for (let index = 0; parts.join('').split('\n').length < 1000; index++) parts.push(program(index));
  return parts.join('');
}

/** A source that includes ten headers of its own, by file name; the source is headers.bpf.c. */
export function tenHeaders() {
  const names = Array.from({ length: 10 }, (_, index) => `part-${index}.h`);
  const headers = names.map((name, index) => [name, `#pragma once\n${program(index)}`]);
  const source = [head, ...names.map((name) => `#include "${name}"\n`), license].join('');
  return Object.fromEntries([['headers.bpf.c', source], ...headers]);
}
