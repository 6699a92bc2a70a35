import { execFileSync } from 'node:child_process';
import t from 'tap';
import { findLeftovers, readState, stateScript } from '../../../../tutorials/runner/places/leftovers.js';

const state = (programs: readonly object[], ...names: readonly string[]) =>
  readState([JSON.stringify(programs), '', ...names].join('\n'));

t.test('programs, pins and instances that were not there are found', async (t) => {
  const before = state([{ id: 1, name: 'on_exec' }], 'pin ip', 'pin tsecli');
  const now = state(
    [{ id: 1, name: 'on_exec' }, { id: 2, name: 'on_exec' }, { id: 3, name: 'of_somebody_els' }, { id: 4 }],
    ...['pin ip', 'pin counts', 'pin tsecli', 'instance tsecli-7', 'something'],
  );
  t.same(await findLeftovers(before, ['on_exec'], () => Promise.resolve(now)), [
    'program on_exec',
    'pin counts',
    'instance tsecli-7',
  ]);
});

t.test(
  'names are compared as far as the kernel keeps them, and what goes in a moment is not left',
  async (t) => {
    const there = state([{ id: 2, name: 'a_name_that_is_' }]);
    const looks = [there, there, state([])];
    const found = await findLeftovers(state([]), ['a_name_that_is_too_long'], () =>
      Promise.resolve(looks.shift() ?? there),
    );
    t.same(found, []);
    t.equal(looks.length, 0);
  },
);

t.test('a host without any of it has an empty state', async (t) => {
  const printed = execFileSync('/bin/sh', ['-c', stateScript], { encoding: 'utf8' });
  t.type(readState(printed).programs.size, 'number');
  t.equal(readState('no JSON').programs.size, 0);
});

t.test('the script tells of every pin and instance, hidden ones too', (t) => {
  const directory = t.testdir({
    bpf: { ip: '', '.hidden': '', 'two words': '', tsecli: { counts: {} } },
    instances: { 'tsecli-7': {}, other: {} },
  });
  const script = stateScript
    .replaceAll('/sys/fs/bpf', `${directory}/bpf`)
    .replaceAll('/sys/kernel/tracing/instances', `${directory}/instances`);
  const { names } = readState(execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }));
  t.strictSame([...names].toSorted(), [
    'instance tsecli-7',
    'pin .hidden',
    'pin ip',
    'pin tsecli/counts',
    'pin two words',
  ]);
  t.end();
});
