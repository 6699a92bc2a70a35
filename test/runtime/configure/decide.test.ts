import t from 'tap';
import { decidePrograms, isStoodFor, mayGiveWay } from '../../../runtime/configure/decide.js';
import { kernelWithout, refusal, wishesFor } from '../../fixtures/kernel/choices.js';

/** What becomes of each program, as text. */
function decided(...[wishes, kernel, refusals]: Parameters<typeof decidePrograms>): Record<string, string> {
  const decisions = decidePrograms(wishes, kernel, refusals);
  return Object.fromEntries(
    decisions.map((decision) => [
      decision.program.name,
      decision.kind === 'attach' ? decision.section : `- ${String(decision.reason)}`,
    ]),
  );
}

const asWritten = {
  probe: 'kprobe/first',
  entry: 'fentry/second',
  one_of_two: 'tracepoint/syscalls/sys_enter_openat',
  two_of_two: 'tracepoint/syscalls/sys_enter_openat',
  raw: 'raw_tp/sys_enter',
};

t.test('without a mark all is as written, and the kernel is not asked', async (t) => {
  const log: string[] = [];
  t.same(decided(wishesFor(), kernelWithout(['first'], log), []), asWritten);
  t.same(log, []);
});

t.test(
  'an optional program is left out where the kernel has no place for it, or has refused it',
  async (t) => {
    const wishes = wishesFor({ probe: { optional: true }, raw: { optional: true } });
    t.same(decided(wishes, kernelWithout(['first']), [refusal('raw')]), {
      ...asWritten,
      probe: '- kernel 6.1-test has no function first',
      raw: "- load 'raw': the verifier refused it",
    });
  },
);

t.test('a fallback is taken in its order; none of them is an error with all of them', async (t) => {
  const wishes = wishesFor({ probe: { fallback: ['kprobe/a', 'kprobe/b'] } });
  t.match(decided(wishes, kernelWithout(['first', 'a']), []), { probe: 'kprobe/b' });
  t.throws(() => decided(wishes, kernelWithout(['first', 'a', 'b']), []), {
    code: 'kernel-cannot',
    message:
      /'probe' to kprobe\/first: kernel 6.1-test has no function first, and no place for kprobe\/a, kprobe\/b/,
    cure: /--attach probe=SECTION/,
  });
  const refused = refusal('probe');
  t.throws(() => decided(wishes, kernelWithout(['a', 'b']), [refused]), refused.reason);
});

t.test('of an alternative the first that can be is attached', async (t) => {
  const marks = { entry: { alternative: 'how' }, probe: { alternative: 'how' }, raw: { alternative: 'how' } };
  const wishes = wishesFor(marks);
  t.match(decided(wishes, kernelWithout([]), []), {
    probe: 'kprobe/first',
    entry: "- 'probe' stands for it",
    raw: "- 'probe' stands for it",
  });
  t.match(decided(wishes, kernelWithout(['first']), [refusal('entry')]), {
    probe: '- kernel 6.1-test has no function first',
    raw: 'raw_tp/sys_enter',
  });
  t.match(decided(wishes, kernelWithout(['first', 'second', 'sys_enter']), []), {
    probe: 'kprobe/first',
    entry: '- kernel 6.1-test has no function second in its BTF',
  });
  const refused = refusal('probe');
  t.throws(() => decided(wishes, kernelWithout(['second', 'sys_enter']), [refused]), refused.reason);
  const optional = wishesFor({ probe: { alternative: 'how', optional: true } });
  t.match(decided(optional, kernelWithout(['first']), []), { probe: /^- / });
  const disabled = wishesFor(marks, { disabled: ['probe'] });
  t.match(decided(disabled, kernelWithout([]), []), { probe: '- --disable says so', entry: 'fentry/second' });
});

t.test('with --partial any program may be left out, but not all', async (t) => {
  const wishes = wishesFor({}, { partial: true });
  t.match(decided(wishes, kernelWithout(['probes', 'second']), []), {
    probe: /^- /,
    entry: /^- /,
    raw: 'raw_tp/sys_enter',
  });
  const all = ['probes', 'types', 'sys_enter', 'syscalls/sys_enter_openat'];
  t.match(
    decided(wishes, kernelWithout(all), []),
    { probe: 'kprobe/first', raw: /^- / },
    'the kernel is to answer',
  );
  const refused = refusal('probe');
  t.throws(() => decided(wishes, kernelWithout(all), [refused]), refused.reason);
});

t.test('a program gives way by its own marks, or by --partial', async (t) => {
  t.notOk(mayGiveWay(wishesFor(), 'probe'));
  t.ok(mayGiveWay(wishesFor({ probe: { fallback: ['kprobe/x'] } }), 'probe'));
  t.ok(mayGiveWay(wishesFor({}, { partial: true }), 'probe'));
});

t.test('one stands for another only where it is attached', async (t) => {
  const wishes = wishesFor({ entry: { alternative: 'how' }, probe: { alternative: 'how' } });
  const decisions = decidePrograms(wishes, kernelWithout([]), []);
  const of = (name: string) => decisions.find(({ program }) => program.name === name);
  const [entry, raw] = [of('entry'), of('raw')];
  t.ok(entry && isStoodFor(entry, decisions, wishes));
  t.notOk(raw && isStoodFor(raw, decisions, wishes));
});
