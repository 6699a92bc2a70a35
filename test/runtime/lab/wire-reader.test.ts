import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { wireReader } from '../../../runtime/lab/wire-reader.js';
import type { Attached, RunEvent } from '../../../runtime/library/types.js';
import { failureOf, writeWire } from '../../../runtime/library/wire.js';

t.test('what a guest tells goes to the run; other lines do not', async (t) => {
  const told: (Attached | RunEvent)[] = [];
  const stop = new AbortController();
  let full: Promise<void> | undefined;
  const reader = wireReader({
    signal: stop.signal,
    attached: (attached) => void told.push(attached),
    give: (event) => {
      told.push(event);
      return full;
    },
  });
  const attached = { programs: [], notes: ['a note'] };
  t.equal(reader.take(writeWire({ kind: 'attached', attached }).trimEnd()), undefined);
  t.equal(reader.take('something else'), undefined);
  const event = { kind: 'text', stream: 's', text: 'one' } as const;
  const line = writeWire(event).trimEnd();
  t.equal(reader.take(line), undefined);
  t.same(told, [attached, event]);

  full = new Promise(() => {});
  const waiting = reader.take(line);
  stop.abort();
  await waiting;
  t.pass('a stopped run does not wait for its loop');

  t.equal(reader.failure, undefined);
  void reader.take(writeWire(failureOf(new TseccError('usage', 'no'))).trimEnd());
  t.match(reader.failure, { message: 'no', exitCode: 2 });
});
