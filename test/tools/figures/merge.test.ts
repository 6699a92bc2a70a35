import t from 'tap';
import { mergeFigures } from '../../../tools/figures/merge.mjs';

const machine = {
  ...{
    processor: 'one',
    processors: 2,
    gigabytes: 8,
    kernel: '6.1',
    system: 'Debian',
    tools: ['clang 14'],
  },
};
const row = (name: string, date: string) => ({ row: name, en: '', zh: '', date, runs: 1, bounds: [] });
const names = ['a', 'b', 'c'];
const of = (figures?: { readonly rows: readonly { readonly row: string; readonly date: string }[] }) =>
  figures?.rows.map(({ row: name, date }) => `${name} ${date}`);

t.test('what is measured again takes the place of what was, in the order of the rows', async (t) => {
  const before = { machine, rows: [row('a', 'old'), row('c', 'old'), row('gone', 'old')] };
  const now = { machine, rows: [row('c', 'new'), row('b', 'new')] };
  t.same(of(mergeFigures(before, now, names)), ['a old', 'b new', 'c new']);
  t.same(of(mergeFigures(undefined, now, names)), ['b new', 'c new']);
});

t.test('figures of another machine or of other programs do not stand beside them', async (t) => {
  const before = { machine, rows: [row('a', 'old'), row('b', 'old')] };
  const other = { ...machine, tools: ['clang 19'] };
  t.equal(mergeFigures(before, { machine: other, rows: [row('a', 'new')] }, names), undefined);
  const all = { machine: other, rows: [row('a', 'new'), row('b', 'new')] };
  t.same(of(mergeFigures(before, all, names)), ['a new', 'b new'], 'but all of them may be made anew');
});
