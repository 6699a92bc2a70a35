import t from 'tap';
import { decidePrograms } from '../../../runtime/configure/decide.js';
import type { ProgramRefused } from '../../../runtime/configure/refusal.js';
import { reshapeObject } from '../../../runtime/configure/reshape-object.js';
import type { ProgramWishes } from '../../../runtime/configure/wishes.js';
import { kernelWithout, refusal, wishesFor } from '../../fixtures/kernel/choices.js';

function programsOf(
  wishes: ProgramWishes,
  missing: readonly string[] = [],
  refusals: readonly ProgramRefused[] = [],
): readonly string[] {
  const decisions = decidePrograms(wishes, kernelWithout(missing), refusals);
  return reshapeObject(wishes, decisions, refusals).programs.map(({ name, section }) => `${name} ${section}`);
}

const tracepoints = [
  'one_of_two tracepoint/syscalls/sys_enter_openat',
  'two_of_two tracepoint/syscalls/sys_enter_openat',
];

t.test('what is not loaded by itself is not there for libbpf', async (t) => {
  t.same(programsOf(wishesFor()), [
    'probe kprobe/first',
    'entry fentry/second',
    ...tracepoints,
    'raw raw_tp/sys_enter',
  ]);
});

t.test('programs move, and sections of which nothing is wanted go', async (t) => {
  const marks = { probe: { fallback: ['kprobe/b'] }, entry: { optional: true } };
  const wishes = wishesFor(marks, { disabled: ['raw'] });
  t.same(programsOf(wishes, ['first', 'second']), ['probe kprobe/b', ...tracepoints]);
});

t.test('a section stays when one of its programs is wanted', async (t) => {
  t.same(programsOf(wishesFor({}, { disabled: ['one_of_two'] })).slice(2, 4), tracepoints);
});

t.test('what the manifest does not link is loaded all the same', async (t) => {
  t.match(programsOf({ ...wishesFor(), unlinked: new Set(['raw']) }).at(-1), 'raw raw_tp/sys_enter');
});

t.test('a program cannot move without those in its section', async (t) => {
  const fallback = ['kprobe/b'];
  const missing = ['syscalls/sys_enter_openat'];
  t.throws(() => programsOf(wishesFor({ one_of_two: { fallback } }), missing), {
    code: 'kernel-cannot',
    message: /'one_of_two' .*kprobe\/b: program 'two_of_two' stands in the same section/,
    cure: /--attach one_of_two=kprobe\/b --attach two_of_two=kprobe\/b/,
  });
  const both = wishesFor({ one_of_two: { fallback }, two_of_two: { fallback } });
  t.same(programsOf(both, missing).slice(2, 4), ['one_of_two kprobe/b', 'two_of_two kprobe/b']);
});

t.test('what the verifier refuses cannot be left out of a section that others need', async (t) => {
  const wishes = wishesFor({ one_of_two: { optional: true } });
  t.throws(() => programsOf(wishes, [], [refusal('one_of_two')]), {
    code: 'verifier-refused',
    cure: /section of its own: others stand in tracepoint\/syscalls\/sys_enter_openat/,
  });
  t.same(
    programsOf(wishes, [], [refusal('one_of_two', 'attach')]).slice(2, 4),
    tracepoints,
    'loaded, not attached',
  );
});
