import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { describeMaps } from '../../../runtime/inspect/describe-maps.js';
import { describePrograms } from '../../../runtime/inspect/describe-programs.js';
import { findNeeds } from '../../../runtime/inspect/find-needs.js';
import type { Needs, ProgramDescription } from '../../../runtime/inspect/types.js';
import { openedOf } from '../../fixtures/opened.js';

function needsOf(
  name: string,
  change: (program: ProgramDescription) => ProgramDescription = (same) => same,
): Needs {
  const opened = openedOf(name);
  const object = readObject(opened.object);
  const programs = describePrograms(object, opened.manifest).map(change);
  return findNeeds(object, programs, describeMaps(object, name));
}

t.test('the newest thing decides, and all are told', async (t) => {
  const { linux, reasons, kernelTypes } = needsOf('powers');
  t.equal(linux, '6.2');
  t.match(reasons[0], { linux: '6.2', for: 'kernel function', of: ['sleeper'] });
  const found = reasons.map((reason) => `${reason.for} ${reason.what} ${reason.linux}`);
  t.ok(found.includes('sleepable fentry.s/do_unlinkat 5.10'));
  t.ok(found.includes('kind syscall 5.14'));
  t.ok(found.includes('helper bpf_send_signal 5.3'));
  t.ok(found.includes('variables .rodata 5.2'));
  t.ok(found.includes('code functions of its own 4.16'));
  t.ok(kernelTypes);
  t.notOk(found.includes('helper bpf_override_return 4.16'), 'its program is never loaded');
});

t.test('one that may be left out asks for nothing, and another place may be older', async (t) => {
  t.equal(needsOf('powers', (each) => ({ ...each, optional: each.name === 'sleeper' })).linux, '6.1');
  const moved = needsOf('powers', (each) =>
    each.name === 'crash'
      ? { ...each, places: [...each.places, { section: 'kprobe/x', kind: 'kprobe' as const }] }
      : each,
  );
  t.notOk(moved.reasons.some(({ what }) => what === 'syscall'));
});

t.test('of alternatives the one that asks for least counts', async (t) => {
  const needs = needsOf('powers', (each) => ({ ...each, alternative: 'one' }));
  t.notOk(needs.reasons.some((reason) => reason.for === 'kernel function'));
});

t.test('accesses that are fitted to the kernel need its types', async (t) => {
  const { relocations, kernelTypes, reasons } = needsOf('unlink');
  t.ok(relocations > 0);
  t.ok(kernelTypes);
  t.ok(reasons.some((reason) => reason.for === 'types' && reason.of.length === 0));
  t.notOk(needsOf('tracepoint').kernelTypes);
  t.equal(needsOf('no-debug').relocations, 0);
});
