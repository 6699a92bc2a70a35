// A short run of what `npm run fuzz` does a million times.
import t from 'tap';
import { judge } from './fixtures/fuzz/judge.js';
import { makeCase } from './fixtures/fuzz/make-case.js';
import { samples } from './fixtures/fuzz/samples.js';
import { packageOf } from './fixtures/hostile/whole.js';

t.test('the samples are taken as they are', async (t) => {
  for (const { object, meta } of samples())
    t.equal(judge(packageOf(object, meta)), 'taken', meta.bpf_skel.obj_name);
});

t.test('a seed makes the same case again', async (t) => {
  t.same(makeCase(7), makeCase(7));
  t.strictNotSame(makeCase(7).bytes, makeCase(52).bytes);
});

t.test('damaged packages and bundles are taken or refused, never anything else', async (t) => {
  const outcomes = new Map<string, number>();
  for (let seed = 0; seed < 1000; seed++) {
    const outcome = judge(makeCase(seed).bytes);
    const word = typeof outcome === 'string' ? outcome : `seed ${seed}: ${outcome.stack}`;
    outcomes.set(word, (outcomes.get(word) ?? 0) + 1);
  }
  t.same([...outcomes.keys()].sort(), ['refused', 'taken']);
});
