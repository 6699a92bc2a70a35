// Sources larger than a lesson's, with what real tools are made of: comments, types, maps, helpers, and a program for
// each hundred lines.

const head = `// SPDX-License-Identifier: Dual BSD/GPL
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_tracing.h>
`;
const license = '\nchar LICENSE[] SEC("license") = "Dual BSD/GPL";\n';

const types = (n) => `
/*
 * What part ${n} knows about a process that it has seen: who it is, who started it, and what it
 * did since. One record is written for each, and read by user space when the process ends.
 */
enum state_${n} {
	STATE_${n}_NEW,
	STATE_${n}_RUNNING,
	STATE_${n}_WAITING,
	STATE_${n}_DONE,
};

/* The key: a thread of a user in a cgroup. */
struct key_${n} {
	__u64 cgroup;
	__u32 pid;
	__u32 tid;
	__u32 uid;
	enum state_${n} state;
};

/* The value. Times are in nanoseconds since the boot, sizes in bytes. */
struct value_${n} {
	__u64 first_seen;
	__u64 last_seen;
	__u64 calls;
	__u64 bytes_in;
	__u64 bytes_out;
	__u32 errors;
	__u32 parent;
	char comm[16];
};
`;

const map = (n) => `
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, struct key_${n});
	__type(value, struct value_${n});
} seen_${n} SEC(".maps");
`;

const helpers = (n) => `
/* Who runs now. */
static __always_inline void fill_key_${n}(struct key_${n} *key)
{
	__u64 id = bpf_get_current_pid_tgid();

	key->cgroup = bpf_get_current_cgroup_id();
	key->pid = id >> 32;
	key->tid = id;
	key->uid = bpf_get_current_uid_gid();
	key->state = STATE_${n}_RUNNING;
}

/*
 * Counts a call. The first one of a process makes its record, with the parent's id, which cannot
 * be had any more when the parent has ended.
 */
static __always_inline int count_${n}(struct key_${n} *key, __u64 bytes)
{
	struct value_${n} *found = bpf_map_lookup_elem(&seen_${n}, key);
	struct value_${n} fresh = {};
	struct task_struct *task;

	if (found) {
		found->last_seen = bpf_ktime_get_ns();
		found->calls += 1;
		found->bytes_in += bytes;
		return 0;
	}
	task = (struct task_struct *)bpf_get_current_task();
	fresh.first_seen = bpf_ktime_get_ns();
	fresh.parent = BPF_CORE_READ(task, real_parent, tgid);
	bpf_get_current_comm(&fresh.comm, sizeof(fresh.comm));
	return bpf_map_update_elem(&seen_${n}, key, &fresh, BPF_ANY);
}
`;

const program = (n) => `
SEC("kprobe/do_unlinkat")
int BPF_KPROBE(part_${n}, int dfd, struct filename *name)
{
	struct key_${n} key = {};

	fill_key_${n}(&key);
	if (key.uid == ${n + 1000})
		return 0;
	return count_${n}(&key, ${n});
}
`;

/** A source of about a thousand lines. */
export function thousandLines() {
  const parts = [head];
  for (let n = 0; parts.join('').split('\n').length < 960; n++)
    parts.push(types(n), map(n), helpers(n), program(n));
  return [...parts, license].join('');
}

/** A source with ten headers of its own, by file name; the source is headers.bpf.c. */
export function tenHeaders() {
  const parts = Array.from({ length: 10 }, (_, n) => n);
  const headers = parts.map((n) => [
    `part-${n}.h`,
    `#ifndef PART_${n}_H\n#define PART_${n}_H\n${types(n)}${map(n)}${helpers(n)}\n#endif\n`,
  ]);
  const includes = parts.map((n) => `#include "part-${n}.h"\n`);
  const source = [head, ...includes, program(0), program(9), license].join('');
  return Object.fromEntries([['headers.bpf.c', source], ...headers]);
}
