import { closeSync, ftruncateSync, readSync, writeSync } from 'node:fs';
import t from 'tap';
import { kernelCalls } from '../../../runtime/kernel/calls.js';
import { mapMemory, pageSize } from '../../../runtime/kernel/memory.js';

t.test('what is written to mapped memory stands in the file, and the other way round', async (t) => {
  const page = pageSize();
  t.ok(page >= 4096 && (page & (page - 1)) === 0);
  const fd = kernelCalls.createMemoryFile('memory');
  ftruncateSync(fd, 2 * page);
  const all = mapMemory(fd, 2 * page, { offset: 0, writable: true });
  const second = mapMemory(fd, page, { offset: page, writable: false });
  new Uint8Array(all.buffer)[page] = 42;
  t.equal(new Uint8Array(second.buffer)[0], 42);
  writeSync(fd, Uint8Array.of(7), 0, 1, 0);
  t.equal(Atomics.load(new Int32Array(all.buffer), 0), 7);
  const read = new Uint8Array(1);
  readSync(fd, read, 0, 1, page);
  t.equal(read[0], 42);
  for (const memory of [all, second]) {
    memory.unmap();
    memory.unmap();
  }
  t.throws(() => mapMemory(fd, page, { offset: 1, writable: false }), { message: /^mmap/ });
  closeSync(fd);
});
