import t from 'tap';
import { runRounds } from '../../bench/rounds.mjs';
import { detailTable, tableLines } from '../../bench/table.mjs';

/** Figures of two sides, by round: what the sides give in turn. */
const rounds = {
  tsecli: [10, 30, 20],
  peer: [20, 20, 20],
} as const;

type Side = keyof typeof rounds;

async function measured() {
  const turns: Side[] = [];
  const result = await runRounds(
    { tsecli: 'tsecli', peer: 'peer' },
    async (side: Side) => {
      turns.push(side);
      return { 'events/s': rounds[side][turns.filter((turn) => turn === side).length - 1] };
    },
    3,
  );
  return { result, turns };
}

t.test('rounds begin with one side after the other, and give medians', async (t) => {
  const { result, turns } = await measured();
  t.same(turns, ['tsecli', 'peer', 'peer', 'tsecli', 'tsecli', 'peer']);
  t.same(result.table, { tsecli: { 'events/s': 20 }, peer: { 'events/s': 20 } });
  t.same(result.figure('events/s', 'tsecli', 'peer'), { ours: 20, theirs: 20, result: 1 });
  t.same(result.figure('events/s', 'tsecli'), { ours: 20, result: 20 });
});

t.test('a row of several figures has a line for each bound', async (t) => {
  const { result } = await measured();
  const reach = [
    { figure: 'events/s', against: 'peer', atLeast: 3 },
    { figure: 'events/s', atMost: 20 },
    { figure: 'events/s', side: 'peer', atMost: 19 },
  ];
  t.same(tableLines('a row', { name: 'of two', reach }, result), [
    { row: 'a row', figure: 'events/s / peer', ours: 20, theirs: 20, result: 1, reach: '>= 3', met: 'no' },
    { row: 'a row', figure: 'events/s', ours: 20, theirs: '', result: 20, reach: '<= 20', met: 'yes' },
    { row: 'a row', figure: 'events/s, peer', ours: 20, theirs: '', result: 20, reach: '<= 19', met: 'no' },
  ]);
  t.same(detailTable(result), result.table);
});

t.test('a row of one ratio, of seconds, and one that cannot be measured have a line each', async (t) => {
  t.same(tableLines('ratio', { name: 'long', reach: 0.6 }, { ours: 50, theirs: 100, ratio: 0.5 }), [
    { row: 'ratio', figure: 'ms, ratio', ours: 50, theirs: 100, result: 0.5, reach: '<= 0.6', met: 'yes' },
  ]);
  t.same(tableLines('time', { name: 'long', reach: 1.5, seconds: true }, { min: 1, ours: 2000, max: 3 }), [
    { row: 'time', figure: 'ms, in s', ours: 2000, theirs: '', result: 2, reach: '<= 1.5', met: 'no' },
  ]);
  t.same(tableLines('bpf', { name: 'long', reach: [] }, { skipped: 'needs root' }), [
    { row: 'bpf', met: 'needs root' },
  ]);
  t.equal(detailTable({ skipped: 'needs root' }), undefined);
});
