import t from 'tap';
import { sourceOf } from '../../../runtime/decode/source.js';
import { viewStreams } from '../../../runtime/session/record-view.js';
import { person, streamOf } from '../../fixtures/batches.js';
import { record, typeOf, u32, u64 } from '../../fixtures/shapes.js';

const none = { fields: undefined, filter: undefined, sort: undefined, top: undefined };
const people = streamOf('people');
const files = streamOf('files', typeOf({ bytes: u64, at: record({ pid: u32 }) }));

t.test('a stream is seen as it is unless something is asked', async (t) => {
  const { views, notes } = viewStreams([people, files], none);
  t.same(notes, []);
  t.match(views, [
    { stream: people, type: people.type, passes: undefined, order: undefined },
    { stream: files, type: files.type },
  ]);
});

t.test('fields, filter and order are those of the stream', async (t) => {
  const [view] = viewStreams([people], { ...none, fields: 'comm', filter: 'pid > 5', sort: '-pid' }).views;
  if (view?.type.shape.kind !== 'record') throw new Error('a record was to be seen');
  t.same(
    view.type.shape.fields.map(({ name }) => name),
    ['comm'],
  );
  const source = sourceOf(person(7, 'x'));
  t.equal(view.enter(source, 0, 12), undefined);
  t.equal(view.passes?.(source, 0), true);
  t.equal(view.order?.descending, true);
  t.equal(view.order?.readKey(source, 0, 12), 7);
  t.match(view.enter(source, 0, 11), { message: /11 bytes/ });
});

t.test('what is nested, and what is no struct, can be an order too', async (t) => {
  const bytes = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0]);
  const [nested] = viewStreams([files], { ...none, sort: 'at.pid' }).views;
  t.equal(nested?.order?.readKey(sourceOf(bytes), 0, 12), 9);
  const plain = streamOf('plain', { name: 'u32', littleEndian: true, shape: u32, needed: 4 });
  const [value] = viewStreams([plain], { ...none, sort: 'value' }).views;
  t.equal(value?.order?.readKey(sourceOf(bytes), 8, 4), 9);
});

t.test('streams without the named field are not shown, which is told', async (t) => {
  const { views, notes } = viewStreams([people, files], { ...none, filter: 'bytes > 1' });
  t.same(
    views.map(({ stream }) => stream.name),
    ['files'],
  );
  t.match(notes, [/^'people' is not shown: read filter: there is no field 'bytes'.*$/]);
});

t.test('a field that no stream has is a usage error', async (t) => {
  const refused = (selection: Partial<typeof none>) => () =>
    viewStreams([people, files], { ...none, ...selection });
  t.throws(refused({ fields: 'pidd' } as object), { code: 'usage', cure: 'did you mean pid' });
  t.throws(refused({ filter: 'nonsense ==' } as object), { code: 'usage' });
  t.throws(refused({ sort: '-come' } as object), { code: 'usage', cure: 'did you mean comm' });
});

t.test('without records there is nothing that fields could be of', async (t) => {
  t.throws(() => viewStreams([], { ...none, sort: 'pid' }), {
    code: 'usage',
    message: 'use --sort: the package sends no records, which alone have fields',
  });
  t.same(viewStreams([], none), { views: [], notes: [] });
});
