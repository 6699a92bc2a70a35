import t from 'tap';
import { createTally, summarize } from '../../../tools/testing/tally.mjs';
import type { TapEvent } from '../../../tools/testing/tally.mjs';

function tallyOf(events: TapEvent[]) {
  const said: string[] = [];
  const tally = createTally((line) => said.push(line));
  for (const event of events) tally.add(event);
  return { total: tally.total, said };
}

const startFile: TapEvent[] = [
  ['start', { name: 'TAP Tests', level: 0 }],
  ['start', { name: 'test/a.test.ts', level: 1 }],
];
const endFile = (ok: boolean): TapEvent => ['end', { name: 'test/a.test.ts', level: 1, ok, time: 1234 }];
const test = (name: string, ok: boolean, inner: TapEvent[], skipped = 0): TapEvent[] => [
  ['start', { name, level: 2 }],
  ...inner,
  ['end', { name, level: 2, ok, assertions: inner.length, skipped }],
];
const pass: TapEvent = [
  'pass',
  { ok: true, name: 'should be equal', fullname: 'test/a.test.ts > one > equal' },
];
const fail: TapEvent = [
  'fail',
  {
    ok: false,
    name: 'sum',
    fullname: 'test/a.test.ts > two > sum',
    diag: { at: { fileName: 'test/a.test.ts', lineNumber: 3 }, diff: '--- expected\n+++ actual\n-4\n+3\n' },
  },
];

t.test('tests are counted, not assertions', async (t) => {
  const { total, said } = tallyOf([
    ...startFile,
    ...test('one', true, [pass, pass, pass]),
    ...test('two', true, [pass]),
    endFile(true),
  ]);
  t.same(total, { passed: 2, failed: 0, skipped: 0 });
  t.same(said, ['ok      test/a.test.ts (2 passed, 0 failed, 1.2 s)']);
});

t.test('a failed test says where and why, at once', async (t) => {
  const { total, said } = tallyOf([...startFile, ...test('two', false, [pass, fail]), endFile(false)]);
  t.same(total, { passed: 0, failed: 1, skipped: 0 });
  t.same(said, [
    'FAILED  test/a.test.ts > two > sum\n  at test/a.test.ts:3\n    --- expected\n    +++ actual\n    -4\n    +3',
    'FAILED  test/a.test.ts (0 passed, 1 failed, 1.2 s)',
  ]);
});

t.test('tests within tests count once', async (t) => {
  const inner: TapEvent[] = [
    ['start', { name: 'inner', level: 3 }],
    pass,
    ['end', { name: 'inner', level: 3, ok: true, assertions: 1, skipped: 0 }],
  ];
  const { total } = tallyOf([...startFile, ...test('outer', true, [...inner, pass]), endFile(true)]);
  t.same(total, { passed: 1, failed: 0, skipped: 0 });
});

t.test('assertions outside of tests count each', async (t) => {
  t.same(tallyOf([...startFile, pass, fail, endFile(false)]).total, { passed: 1, failed: 1, skipped: 0 });
});

t.test('a skipped test is counted with its reason, also when it skips from within', async (t) => {
  const reason: TapEvent = ['skip', { name: 'kvm', fullname: 'test/a.test.ts > kvm', skip: 'no /dev/kvm' }];
  const { total, said } = tallyOf([
    ...startFile,
    reason,
    ...test('within', true, [reason], 1),
    endFile(true),
  ]);
  t.same(total, { passed: 0, failed: 0, skipped: 2 });
  t.equal(said[0], 'skip    test/a.test.ts > kvm: no /dev/kvm');
});

t.test('a file that breaks outside of any test is a failure', async (t) => {
  const broken: TapEvent = ['end', { name: 'test/a.test.ts', level: 1, ok: false, diag: { exitCode: 1 } }];
  const { total, said } = tallyOf([...startFile, broken]);
  t.same(total, { passed: 0, failed: 1, skipped: 0 });
  t.match(said[0], /^FAILED {2}test\/a\.test\.ts\n {4}\{"exitCode":1\}$/);
});

t.test('a bail out is a failure', async (t) => {
  t.match(tallyOf([...startFile, ['bailout', { name: '', reason: 'no disk' }]]), {
    total: { failed: 1 },
    said: ['FAILED  bail out: no disk'],
  });
});

t.test('the summary names skipped tests only when there are any', async (t) => {
  t.equal(summarize({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
  t.equal(summarize({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
});

const group = '.tap/groups/core.mjs';

/** What tap says of a file that runs in a group: the same, one level deeper. */
const inGroup = (events: TapEvent[]): TapEvent[] =>
  events.slice(1).map(([kind, { level, fullname, ...facts }]): TapEvent => [
    kind,
    {
      ...facts,
      ...(level !== undefined && { level: level + 1 }),
      ...(fullname !== undefined && { fullname: `${group} > ${fullname}` }),
    },
  ]);

t.test('files of a group are told as if each had been run alone', async (t) => {
  const file: TapEvent[] = [...startFile, ...test('two', false, [pass, fail]), endFile(false)];
  const { total, said } = tallyOf([
    ['start', { name: group, level: 1 }],
    ...inGroup(file),
    ['end', { name: group, level: 1, ok: false, time: 2000 }],
    ['start', { name: 'test/e2e/b.test.ts', level: 1 }],
    ...test('three', true, [pass]),
    ['end', { name: 'test/e2e/b.test.ts', level: 1, ok: true, time: 1000 }],
    ['end', { name: 'TAP Tests', level: 0, ok: false }],
  ]);
  t.same(total, { passed: 1, failed: 1, skipped: 0 });
  t.same(said, [...tallyOf(file).said, 'ok      test/e2e/b.test.ts (1 passed, 0 failed, 1.0 s)']);
});

t.test('a group that ends before its files do is a failure', async (t) => {
  const { total, said } = tallyOf([
    ['start', { name: group, level: 1 }],
    ['end', { name: group, level: 1, ok: false, diag: { exitCode: 1 } }],
    ['end', { name: 'TAP Tests', level: 0, ok: false }],
  ]);
  t.same(total, { passed: 0, failed: 1, skipped: 0 });
  t.same(said, [`FAILED  ${group}\n    {"exitCode":1}`]);
});
