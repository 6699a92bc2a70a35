// SPDX-License-Identifier: MIT
// The far end of a tracer's pipe: `far-end NUMBER-KEY TIME-KEY|- CLOCK FIRST`.
//
// Reads lines from stdin, stamps each chunk as it arrives, and finds in each line the number after NUMBER-KEY and the
// kernel's time (ns) after TIME-KEY; the difference of the two is how long a line took. CLOCK is monotonic or boottime.
// Lines whose number is below FIRST are warm-up. It reports on stdout with one JSON object: at the first line of
// warm-up, and whenever nothing has come for 200 ms, and at the end. Latencies are in microseconds.
#define _GNU_SOURCE
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SILENCE_MS 200
#define CHUNK (1 << 20)

/* Latencies by powers of two, each in 64 parts: within 1.6 %. */
#define PARTS 64
static unsigned long long slots[64 * PARTS];
static unsigned long long lines, warm, measured, last_ns, max_ns;

static unsigned slot_of(unsigned long long ns)
{
	if (ns < PARTS)
		return ns;
	unsigned power = 63 - __builtin_clzll(ns);

	return (power - 5) * PARTS + ((ns >> (power - 6)) - PARTS);
}

static double slot_us(unsigned slot)
{
	if (slot < PARTS)
		return slot / 1e3;
	return (double)((slot % PARTS) + PARTS) * (1ULL << (slot / PARTS - 1)) / 1e3;
}

static double percentile(double part)
{
	unsigned long long seen = 0;

	for (unsigned slot = 0; slot < 64 * PARTS; slot++) {
		seen += slots[slot];
		if (measured && seen >= part * measured)
			return slot_us(slot);
	}
	return 0;
}

static void report(void)
{
	printf("{\"warm\":%llu,\"lines\":%llu,\"last\":%llu,\"p50\":%.1f,\"p99\":%.1f,\"max\":%.1f}\n", warm,
	       lines, last_ns, percentile(0.5), percentile(0.99), max_ns / 1e3);
	fflush(stdout);
}

static unsigned long long now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return t.tv_sec * 1000000000ULL + t.tv_nsec;
}

/* The number that follows a key in a line; -1 without it. */
static long long number_after(const char *line, size_t size, const char *key)
{
	const char *at = memmem(line, size, key, strlen(key));

	return at ? strtoll(at + strlen(key), NULL, 10) : -1;
}

int main(int argc, char **argv)
{
	static char text[2 * CHUNK + 1];
	struct pollfd in = {.fd = 0, .events = POLLIN};
	size_t held = 0;

	if (argc != 5) {
		fprintf(stderr, "usage: far-end NUMBER-KEY TIME-KEY|- CLOCK FIRST\n");
		return 2;
	}
	const char *time_key = strcmp(argv[2], "-") ? argv[2] : NULL;
	clockid_t clock = strcmp(argv[3], "boottime") ? CLOCK_MONOTONIC : CLOCK_BOOTTIME;
	long long first = atoll(argv[4]);

	for (;;) {
		if (poll(&in, 1, SILENCE_MS) == 0) {
			report();
			continue;
		}
		ssize_t got = read(0, text + held, CHUNK);
		if (got <= 0)
			break;
		unsigned long long stamp = now(clock);
		char *line = text, *end = text + held + got, *feed;
		*end = 0;
		for (; (feed = memchr(line, '\n', end - line)); line = feed + 1) {
			long long number = number_after(line, feed - line, argv[1]);

			if (number < 0)
				continue;
			if (number < first) {
				if (warm++ == 0)
					report();
				continue;
			}
			lines++;
			last_ns = clock == CLOCK_MONOTONIC ? stamp : now(CLOCK_MONOTONIC);
			if (!time_key)
				continue;
			long long took = stamp - number_after(line, feed - line, time_key);

			if (took < 0)
				continue;
			measured++;
			slots[slot_of(took)]++;
			if ((unsigned long long)took > max_ns)
				max_ns = took;
		}
		held = end - line;
		if (held > CHUNK)
			held = 0; /* No line is that long. */
		memmove(text, line, held);
	}
	report();
	return 0;
}
