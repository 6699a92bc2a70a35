import t from 'tap';
import { judge, tellVerdict } from './judge.mjs';

const none = { ring: 0, perf: 0 };
const flat = { memory: 70, descriptors: 30, lag: 4 };

/** Twelve samples, of which the last three differ. */
const ending = (late: Partial<typeof flat>) => [
  ...Array.from({ length: 9 }, () => flat),
  ...Array.from({ length: 3 }, () => ({ ...flat, ...late })),
];

t.test('what stays as it was is good, and so is what swings', async (t) => {
  t.same(judge(ending({}), none), []);
  t.same(judge(ending({ memory: 73, lag: 20 }), none), []);
  t.same(judge(ending({ memory: 40, descriptors: 29, lag: 1 }), none), []);
});

t.test('the time in which a program warms up does not count', async (t) => {
  const cold = Array.from({ length: 6 }, () => ({ memory: 20, descriptors: 10, lag: 900 }));
  t.same(judge([...cold, ...ending({}).slice(6)], none), []);
});

t.test('one peak is no growth', async (t) => {
  t.same(judge([...ending({}).slice(0, -1), { memory: 200, descriptors: 90, lag: 900 }], none), []);
});

t.test('each that grew is named with its figures', async (t) => {
  t.same(judge(ending({ memory: 80, descriptors: 31, lag: 50 }), none), [
    'memory grew from 70 to 80 MB',
    'descriptors grew from 30 to 31',
    'lag grew from 4 to 50 ms',
  ]);
});

t.test('an event that did not come, or came twice, is a fault', async (t) => {
  t.same(judge(ending({}), { ring: 0, perf: 1, trace: -1 }), [
    '1 events of perf did not come',
    '-1 events of trace did not come',
  ]);
});

t.test('too few samples prove nothing', async (t) => {
  t.same(judge([flat, flat, flat], none), ['too short: it takes four samples']);
});

t.test('the exit code tells the verdict', async (t) => {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  t.equal(tellVerdict([], say), 0);
  t.equal(tellVerdict(['memory grew'], say), 1);
  t.match(said, [/^memory, descriptors and lag stayed/, 'FAILED  memory grew']);
});
