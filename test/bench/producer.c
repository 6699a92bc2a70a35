// SPDX-License-Identifier: MIT
// Makes a known number of events for benchmarks: `producer lseek|open RATE COUNT FIRST`.
//
// lseek: lseek(-1, N, 77), which fails at once; open: openat("/none/N"). N counts from FIRST on. RATE is in calls a
// second, and 0 as fast as it goes. On stdout, at the end, one JSON object: the count, the moment of the first call
// (CLOCK_MONOTONIC, ns), the seconds, and the seconds of its own CPU time.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* A whence that nobody else asks for. */
#define PRODUCER 77

/* A paced producer does as many calls as are due, and sleeps this long. */
#define PAUSE_NS 100000LL

static long long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void sleep_until(long long at)
{
	struct timespec t = {at / 1000000000LL, at % 1000000000LL};

	while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL))
		;
}

/* The compiler may not know that the call fails: it is made for what traces it. */
static void call(int opens, long long number)
{
	char path[40];

	if (!opens) {
		lseek(-1, number, PRODUCER);
		return;
	}
	snprintf(path, sizeof(path), "/none/%lld", number);
	if (open(path, O_RDONLY) >= 0)
		abort();
}

static double cpu_seconds(void)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	return used.ru_utime.tv_sec + used.ru_stime.tv_sec +
	       (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv)
{
	if (argc != 5) {
		fprintf(stderr, "usage: producer lseek|open RATE COUNT FIRST\n");
		return 2;
	}

	int opens = strcmp(argv[1], "open") == 0;
	long long rate = atoll(argv[2]), count = atoll(argv[3]), first = atoll(argv[4]);
	long long start, done = 0;

	/* Without it, a sleep lasts 50 us longer than asked. */
	prctl(PR_SET_TIMERSLACK, 1);
	start = now();
	if (rate == 0)
		for (; done < count; done++)
			call(opens, first + done);
	for (long long tick = start; done < count;) {
		long long due = (double)(now() - start) * rate / 1e9 + 1;

		for (; done < due && done < count; done++)
			call(opens, first + done);
		tick += PAUSE_NS;
		if (tick > now())
			sleep_until(tick);
	}
	printf("{\"count\":%lld,\"start\":%lld,\"seconds\":%.6f,\"cpu\":%.6f}\n", count, start,
	       (now() - start) / 1e9, cpu_seconds());
	return 0;
}
