import t from 'tap';
import { readerOver } from '../../../runtime/readers/reader-over.js';
import type { EventBatch } from '../../../runtime/readers/types.js';
import { stopsOf } from '../../fixtures/reading.js';

const batch: EventBatch = { kind: 'text', name: 'a', text: 'b' };

t.test('memory is let go when the reader is disposed, and once', async (t) => {
  let released = 0;
  const reader = readerOver(
    () => void released++,
    async function* () {
      yield batch;
    },
  );
  for await (const _ of reader.read(stopsOf())) t.equal(released, 0);
  t.equal(released, 0);
  reader[Symbol.dispose]();
  reader[Symbol.dispose]();
  t.equal(released, 1);
  for await (const _ of reader.read(stopsOf())) t.fail('nothing is read after it');
});

t.test('a batch in use keeps its memory till it is used', async (t) => {
  let released = 0;
  const reader = readerOver(
    () => void released++,
    async function* () {
      yield batch;
    },
  );
  for await (const _ of reader.read(stopsOf())) {
    reader[Symbol.dispose]();
    t.equal(released, 0);
  }
  t.equal(released, 1);
});
