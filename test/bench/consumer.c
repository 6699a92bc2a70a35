// SPDX-License-Identifier: MIT
// What a C programmer writes with libbpf to print events.bpf.c's records as JSON lines: `consumer OBJECT.bpf.o`.
//
// The peer of tsecli in benchmarks. An object without ring buffers is attached and left alone until a signal comes.
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct event {
	unsigned long long ts;
	unsigned long long seq;
	unsigned int pid;
	int fd;
	char comm[16];
};

static volatile sig_atomic_t stopped;

static void on_signal(int number)
{
	(void)number;
	stopped = 1;
}

/* At most 6 characters for each byte, and the zero. */
static const char *escaped(const char *text, size_t size, char *to)
{
	char *at = to;

	for (size_t i = 0; i < size && text[i]; i++) {
		unsigned char c = text[i];

		if (c == '"' || c == '\\') {
			*at++ = '\\';
			*at++ = c;
		} else if (c < 0x20 || c == 0x7f) {
			at += sprintf(at, "\\u%04x", c);
		} else {
			*at++ = c;
		}
	}
	*at = 0;
	return to;
}

static int on_event(void *context, void *data, size_t size)
{
	const struct event *event = data;
	struct timespec time;
	char comm[6 * sizeof(event->comm) + 1];

	(void)context;
	if (size < sizeof(*event))
		return 0;
	clock_gettime(CLOCK_REALTIME_COARSE, &time);
	printf("{\"time\":%lld.%03ld,\"ts\":%llu,\"seq\":%llu,\"pid\":%u,\"fd\":%d,\"comm\":\"%s\"}\n",
	       (long long)time.tv_sec, time.tv_nsec / 1000000, event->ts, event->seq, event->pid, event->fd,
	       escaped(event->comm, sizeof(event->comm), comm));
	/* A reader that is gone ends it. */
	return ferror(stdout) ? -EPIPE : 0;
}

static int read_events(struct ring_buffer *rings)
{
	while (!stopped) {
		int got = ring_buffer__poll(rings, 100);

		if (got < 0 && got != -EINTR)
			return 1;
		if (fflush(stdout))
			return 1;
	}
	return 0;
}

/* All ring buffers of the object in one manager; NULL without any. */
static struct ring_buffer *open_rings(struct bpf_object *object)
{
	struct ring_buffer *rings = NULL;
	struct bpf_map *map;

	bpf_object__for_each_map(map, object) {
		if (bpf_map__type(map) != BPF_MAP_TYPE_RINGBUF)
			continue;
		if (!rings)
			rings = ring_buffer__new(bpf_map__fd(map), on_event, NULL, NULL);
		else if (ring_buffer__add(rings, bpf_map__fd(map), on_event, NULL))
			return NULL;
	}
	return rings;
}

int main(int argc, char **argv)
{
	static char buffer[64 * 1024];
	struct sigaction action = {.sa_handler = on_signal};
	struct bpf_object *object;
	struct bpf_program *program;
	struct ring_buffer *rings;

	if (argc != 2) {
		fprintf(stderr, "usage: consumer OBJECT.bpf.o\n");
		return 2;
	}
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
	object = bpf_object__open_file(argv[1], NULL);
	if (!object || bpf_object__load(object)) {
		fprintf(stderr, "consumer: load %s: %s\n", argv[1], strerror(errno));
		return 1;
	}
	rings = open_rings(object);
	bpf_object__for_each_program(program, object) {
		if (!bpf_program__attach(program)) {
			fprintf(stderr, "consumer: attach %s: %s\n", bpf_program__name(program), strerror(errno));
			return 1;
		}
	}
	if (rings)
		return read_events(rings);
	while (!stopped)
		pause();
	return 0;
}
