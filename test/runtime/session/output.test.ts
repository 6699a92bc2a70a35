import { PassThrough, Writable } from 'node:stream';
import t from 'tap';
import { openOutput } from '../../../runtime/session/output.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

/** An output that fails with this code at every write. */
function failing(code: string): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(code), { code }));
    },
  });
}

t.test('text is written, and a slow reader waited for', async (t) => {
  const stream = new PassThrough({ highWaterMark: 4 });
  using output = openOutput(stream, new FakeKernel(), () => {});
  let written = false;
  const writing = output.write(Buffer.from('longer than the mark')).then(() => (written = true));
  await new Promise((resolve) => setImmediate(resolve));
  t.notOk(written);
  t.equal(String(stream.read()), 'longer than the mark');
  await writing;
  t.ok(written);
});

t.test('a reader that has gone ends the run quietly, and later writes go nowhere', async (t) => {
  let ended = 0;
  using output = openOutput(failing('EPIPE'), new FakeKernel(), () => void ended++);
  await output.write(Buffer.from('one'));
  await new Promise((resolve) => setImmediate(resolve));
  t.ok(output.closed);
  await output.write(Buffer.from('two'));
  t.equal(ended, 1);
});

t.test('an output that fails otherwise ends the run and is told', async (t) => {
  let ended = 0;
  using output = openOutput(failing('ENOSPC'), new FakeKernel(), () => void ended++);
  const told = { code: 'unforeseen', message: 'write events: ENOSPC' };
  await t.rejects(
    output.write(Buffer.from('one')).then(() => output.finish()),
    told,
  );
  await t.rejects(output.write(Buffer.from('two')), told);
  await t.rejects(output.finish(), told);
  t.equal(ended, 1);
});

t.test('finishing waits for what was written', async (t) => {
  let arrived = '';
  const slow = new Writable({
    write(chunk, _encoding, done) {
      setTimeout(() => {
        arrived += String(chunk);
        done();
      }, 5);
    },
  });
  using output = openOutput(slow, new FakeKernel(), () => {});
  await output.write(Buffer.from('one'));
  await output.finish();
  t.equal(arrived, 'one');
});

t.test('once it has written, the memory is free', async (t) => {
  const arrived: string[] = [];
  const slow = new Writable({
    write(chunk: Buffer, _encoding, done) {
      setTimeout(() => {
        arrived.push(String(chunk));
        done();
      }, 5);
    },
  });
  using output = openOutput(slow, new FakeKernel(), () => {});
  const memory = Buffer.from('one');
  await output.write(memory);
  memory.write('two');
  await output.write(memory);
  await output.write(memory.subarray(0, 0));
  t.same(arrived, ['one', 'two']);
});

t.test('disposing leaves no listener', async (t) => {
  const stream = new PassThrough();
  const before = stream.listenerCount('error');
  openOutput(stream, new FakeKernel(), () => {})[Symbol.dispose]();
  t.equal(stream.listenerCount('error'), before);
});
