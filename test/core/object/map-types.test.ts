import t from 'tap';
import * as types from '../../../core/object/map-types.js';

t.test(
  'which maps have entries, of which some are arrays, and some have a value for each processor',
  async (t) => {
    const all = Array.from({ length: 40 }, (_, type) => type);
    t.same(all.filter(types.hasEntries), [1, 2, 5, 6, 9, 10, 11]);
    t.same(all.filter(types.isArrayMap), [2, 6]);
    t.same(all.filter(types.isPerCpuMap), [5, 6, 10, 21]);
    t.same(all.filter(types.isBufferMap), [4, 27]);
    t.same([types.BPF_MAP_TYPE_PERF_EVENT_ARRAY, types.BPF_MAP_TYPE_RINGBUF], [4, 27]);
  },
);
