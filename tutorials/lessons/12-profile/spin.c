// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
// Something for a profiler to look at: a quarter of the time in light(), the rest in heavy(), at most so many milliseconds
// of processor time; or, with a third word, asleep.
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static volatile unsigned long sum;

static void add_up(unsigned long steps)
{
	for (unsigned long step = 0; step < steps; step++)
		sum += step;
}

static void light(void)
{
	add_up(100000);
	sum++;
}

static void heavy(void)
{
	add_up(300000);
	sum++;
}

static void take_a_nap(unsigned int ms)
{
	usleep(ms * 1000);
	sum++;
}

int main(int count, char **words)
{
	unsigned int ms = count > 1 ? atoi(words[1]) : 1000;

	if (count > 2) {
		take_a_nap(ms);
		return 0;
	}
	while (clock() < (clock_t)ms * (CLOCKS_PER_SEC / 1000)) {
		light();
		heavy();
	}
	return 0;
}
