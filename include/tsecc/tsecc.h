/* SPDX-License-Identifier: MIT */
/*
 * Output helpers that count what gets lost. Each takes the place of libbpf's helper of the same name, with the same
 * arguments and the same result; where the kernel had no room for a record, it is counted, and tsecli says how many.
 *
 *     #include "vmlinux.h"
 *     #include <bpf/bpf_helpers.h>
 *     #include <tsecc/tsecc.h>
 *
 *     struct event *e = tsecc_ringbuf_reserve(&events, sizeof(*e), 0);
 *     if (!e)
 *         return 0;
 *     ...
 *     tsecc_ringbuf_submit(e, 0);
 *
 * Nothing is done where a record finds room. The counters are variables of the object in a section of their own, which
 * any program can read: bpftool map dump name .data.tsecclost
 */
#ifndef TSECC_TSECC_H
#define TSECC_TSECC_H

/*
 * The counters of one call. `count`: records that were lost, and nobody else counts. `full`: records that found a perf
 * buffer full, which the kernel counts as well; before Linux 6.0 it does not tell of the last ones. `buffer`: the first
 * words of the call, such as "&events".
 *
 * No macro's argument may be used twice: it may be an expression that does something.
 */
#define __tsecc_count(field, text)                                                                                     \
	({                                                                                                             \
		static struct {                                                                                        \
			unsigned long long count;                                                                      \
			unsigned long long full;                                                                       \
			char buffer[sizeof(text)];                                                                     \
		} __tsecc_lost __attribute__((used, aligned(8), section(".data.tsecclost"))) = {0, 0, text};           \
		__sync_fetch_and_add(&__tsecc_lost.field, 1);                                                          \
	})

#define __tsecc_counted(call, text)                                                                                    \
	({                                                                                                             \
		long __tsecc_result = (call);                                                                          \
		if (__builtin_expect(__tsecc_result != 0, 0))                                                          \
			__tsecc_count(count, text);                                                                    \
		__tsecc_result;                                                                                        \
	})

/* void *bpf_ringbuf_reserve(void *ringbuf, __u64 size, __u64 flags), Linux 5.8 and newer. */
#define tsecc_ringbuf_reserve(ringbuf, size, flags)                                                                    \
	({                                                                                                             \
		void *__tsecc_record = bpf_ringbuf_reserve(ringbuf, size, flags);                                      \
		if (__builtin_expect(!__tsecc_record, 0))                                                              \
			__tsecc_count(count, #ringbuf);                                                                \
		__tsecc_record;                                                                                        \
	})

/* long bpf_ringbuf_output(void *ringbuf, void *data, __u64 size, __u64 flags), Linux 5.8 and newer. */
#define tsecc_ringbuf_output(ringbuf, data, size, flags)                                                               \
	__tsecc_counted(bpf_ringbuf_output(ringbuf, data, size, flags), #ringbuf)

/* long bpf_ringbuf_reserve_dynptr(void *ringbuf, __u32 size, __u64 flags, struct bpf_dynptr *ptr), Linux 5.19. */
#define tsecc_ringbuf_reserve_dynptr(ringbuf, size, flags, ptr)                                                        \
	__tsecc_counted(bpf_ringbuf_reserve_dynptr(ringbuf, size, flags, ptr), #ringbuf)

/* What was reserved has room: these lose nothing. They are here so that one prefix does for all. */
#define tsecc_ringbuf_submit(data, flags) bpf_ringbuf_submit(data, flags)
#define tsecc_ringbuf_discard(data, flags) bpf_ringbuf_discard(data, flags)

/* long bpf_perf_event_output(void *ctx, void *map, __u64 flags, void *data, __u64 size). -28 is -ENOSPC. */
#define tsecc_perf_event_output(ctx, map, flags, data, size)                                                           \
	({                                                                                                             \
		long __tsecc_result = bpf_perf_event_output(ctx, map, flags, data, size);                              \
		if (__builtin_expect(__tsecc_result != 0, 0)) {                                                        \
			if (__tsecc_result == -28)                                                                     \
				__tsecc_count(full, #map);                                                             \
			else                                                                                           \
				__tsecc_count(count, #map);                                                            \
		}                                                                                                      \
		__tsecc_result;                                                                                        \
	})

#endif
