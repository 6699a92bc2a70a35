// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Refuses TCP and UDP connections to one port, over IPv4, and tells who tried.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/bpf_endian.h>

/// @description Refuses connections to a port, and tells who tried.
char LICENSE[] SEC("license") = "Dual BSD/GPL";

// Macros are not in BTF: linux/socket.h and asm-generic/errno-base.h have them.
#define AF_INET 2
#define EPERM 1

/// the port that nobody may connect to
const volatile u16 refused = 0;

struct event {
	u32 pid;
	u32 uid;
	char comm[16];
	/// @format ipv4
	u32 to;
	u16 port;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

SEC("lsm/socket_connect")
int BPF_PROG(on_connect, struct socket *sock, struct sockaddr *address, int length, int answer)
{
	struct sockaddr_in to = {};
	struct event *event;

	// Another program has refused it already: that stands.
	if (answer)
		return answer;
	// The kernel has copied the address from the process; of which family it is, its first two bytes say.
	bpf_probe_read_kernel(&to, sizeof(to), address);
	if (to.sin_family != AF_INET || to.sin_port != bpf_htons(refused))
		return 0;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (event) {
		event->pid = bpf_get_current_pid_tgid() >> 32;
		event->uid = bpf_get_current_uid_gid();
		bpf_get_current_comm(event->comm, sizeof(event->comm));
		event->to = to.sin_addr.s_addr;
		event->port = bpf_ntohs(to.sin_port);
		bpf_ringbuf_submit(event, 0);
	}
	return -EPERM;
}
