import t from 'tap';
import { objectNames } from '../../../compiler/describe/object-name.js';

t.test('names follow from the file name as ecc makes them', async (t) => {
  const cases: [string, string, string][] = [
    ['dir/kprobe-link.bpf.c', 'kprobe-link', 'kprobe_link_bpf'],
    ['tc.bpf.c', 'tc', 'tc_bpf'],
    ['plain.c', 'plain', 'plain_bpf'],
    ['event.h', 'event', 'event_bpf'],
    ['a.b.bpf.c', 'a.b', 'a_b_bpf'],
    ['中.bpf.c', '中', '__bpf'],
  ];
  for (const [source, stem, objectName] of cases) t.same(objectNames(source), { stem, objectName }, source);
});
