// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Tells each line that somebody types into a bash.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

// readline() gives the line that was typed, or NULL at the end of the input.
SEC("uretprobe//bin/bash:readline")
int BPF_KRETPROBE(on_line, const char *line)
{
	char text[80];

	if (!line)
		return 0;
	bpf_probe_read_user_str(text, sizeof(text), line);
	bpf_printk("typed: %s", text);
	return 0;
}
