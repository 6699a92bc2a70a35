import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { describeEvents } from '../../../runtime/inspect/describe-events.js';
import { describePrograms } from '../../../runtime/inspect/describe-programs.js';
import type { OpenedPackage } from '../../../core/package/types.js';
import { openEccFixture } from '../../fixtures/ecc/packages.js';
import { openedOf } from '../../fixtures/opened.js';

function eventsOf({ object, manifest }: OpenedPackage) {
  const read = readObject(object);
  return describeEvents(read, manifest.meta, describePrograms(read, manifest));
}

t.test('buffers have records, and programs that print have lines', async (t) => {
  const events = eventsOf(openEccFixture('everything'));
  t.match(
    events.find(({ form }) => form === 'records'),
    { from: String, type: String },
  );
  t.ok(events.filter(({ form }) => form === 'records').every(({ fields }) => fields.length > 0));
  t.same(eventsOf(openedOf('unlink')), [
    { from: 'do_unlinkat', form: 'trace', type: undefined, fields: [] },
    { from: 'do_unlinkat_exit', form: 'trace', type: undefined, fields: [] },
  ]);
});

t.test('sampled maps have keys and values', async (t) => {
  const [counts] = eventsOf(openEccFixture('counts'));
  t.match(counts, { form: /samples|histogram/, type: /, / });
  t.ok(counts?.fields.some(({ name }) => name.startsWith('key')));
  t.ok(counts?.fields.some(({ name }) => name.startsWith('value')));
});

t.test('stacks are told as such, and maps that are not to be read not at all', async (t) => {
  t.ok(eventsOf(openEccFixture('stacks')).some(({ form }) => form === 'stacks'));
  t.same(
    eventsOf(openEccFixture('silent')).filter(({ form }) => form === 'records'),
    [],
  );
});
