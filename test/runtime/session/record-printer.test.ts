import t from 'tap';
import { batchOf, person, printed, quarterToThree, streamOf } from '../../fixtures/batches.js';

const events = streamOf('events');
const sample = streamOf('counts', undefined, 'sample');
const people = [person(3, 'c'), person(1, 'a'), person(2, 'b')];
const pidsOf = (text: string): readonly number[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).pid);
const form = 'json';

t.test('only what passes the filter is printed and counted', async (t) => {
  const { text, tally } = await printed([events], [batchOf(events, people), batchOf(events, people)], {
    form,
    selection: { filter: 'pid != 1 && comm ~ "?"' },
    maxEvents: 3,
  });
  t.same(pidsOf(text), [3, 2, 3]);
  t.equal(tally.events, 3);
});

t.test('records that are too short are told once for each stream, and counted', async (t) => {
  const other = streamOf('oth\x1ber');
  const short = person(9, 'x').subarray(0, 10);
  const { text, warnings, tally } = await printed(
    [events, other],
    [batchOf(events, [short, person(1, 'a'), short]), batchOf(other, [short])],
    { form },
  );
  t.same(pidsOf(text), [1]);
  t.equal(tally.events, 1);
  const told =
    "decode struct event: a record of 10 bytes: field 'comm' ends at 12 (the program sends another type than the package says)";
  t.same(warnings, [
    `'events': ${told}`,
    `'oth\\x1ber': ${told}`,
    "'events': 2 records were too short for their type",
  ]);
});

t.test('each sample is ordered and cut by itself', async (t) => {
  const batches = [batchOf(sample, people), batchOf(sample, [person(9, 'x'), ...people])];
  const options = { form, selection: { sort: '-pid', top: 2 } } as const;
  const { text, writes, tally } = await printed([sample], batches, options);
  t.same(pidsOf(text), [3, 2, 9, 3]);
  t.equal(writes.length, 2);
  t.equal(tally.events, 4);
  t.same(pidsOf((await printed([sample], batches, { ...options, maxEvents: 3 })).text), [3, 2, 9]);
});

t.test('events wait for their order until the end, with the time they came', async (t) => {
  const batches = [batchOf(events, people), batchOf(events, [person(0, 'z')], quarterToThree + 1000)];
  const all = await printed([events], batches, { form, selection: { sort: 'comm' } });
  t.same(pidsOf(all.text), [1, 2, 3, 0]);
  t.equal(all.writes.length, 1);
  t.match(all.text, new RegExp(`"time":${(quarterToThree + 1000) / 1000}\\d*,"pid":0,`));
  const top = await printed([events], batches, { form, selection: { sort: '-pid', top: 1 } });
  t.same(pidsOf(top.text), [3]);
  t.equal(top.tally.events, 4, 'all that passed are counted');
  t.same(top.warnings, []);
});

t.test('what finds no place is told', async (t) => {
  const many = Array.from({ length: 1000 }, (_, pid) => person(pid, 'x'));
  const batch = batchOf(events, many);
  const batches = Array.from({ length: 101 }, () => batch);
  const { text, warnings } = await printed([events], batches, { form, selection: { sort: 'pid' } });
  t.equal(text.trimEnd().split('\n').length, 100_000);
  t.same(warnings, ["'events': the first 100000 in order are shown, 1000 more had no place (see --top)"]);
});

t.test('batches of a stream that is not shown are passed over', async (t) => {
  const { text, tally } = await printed([events], [batchOf(sample, people)], { form });
  t.equal(text, '');
  t.equal(tally.events, 0);
});
