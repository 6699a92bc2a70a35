# SPDX-License-Identifier: MIT
# What a Python programmer writes with bcc to print the calls of producer.c as JSON lines: the peer of tsecli in
# benchmarks. The program in it is that of events.bpf.c.
import json
import sys

from bcc import BPF

b = BPF(
    text="""
struct event {
    u64 ts;
    u64 seq;
    u32 pid;
    s32 fd;
    char comm[16];
};

BPF_RINGBUF_OUTPUT(events, 4096);

TRACEPOINT_PROBE(syscalls, sys_enter_lseek)
{
    struct event *event;

    if (args->whence != 77)
        return 0;
    event = events.ringbuf_reserve(sizeof(*event));
    if (!event)
        return 0;
    event->ts = bpf_ktime_get_ns();
    event->seq = args->offset;
    event->pid = bpf_get_current_pid_tgid() >> 32;
    event->fd = args->fd;
    bpf_get_current_comm(&event->comm, sizeof(event->comm));
    events.ringbuf_submit(event, 0);
    return 0;
}
"""
)


def print_event(context, data, size):
    event = b["events"].event(data)
    line = {
        "ts": event.ts,
        "seq": event.seq,
        "pid": event.pid,
        "fd": event.fd,
        "comm": event.comm.decode(errors="replace"),
    }
    sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")


b["events"].open_ring_buffer(print_event)
try:
    while True:
        b.ring_buffer_poll(100)
        sys.stdout.flush()
except KeyboardInterrupt:
    pass
