import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { checksumPath, isIntact, keepChecksum } from '../../../compiler/toolchain/checksum.js';

t.test('each bit counts', async (t) => {
  const path = `${t.testdir({ file: 'some text' })}/file`;
  t.ok(isIntact(path), 'the first look keeps the checksum');
  t.ok(isIntact(path));
  const whole = readFileSync(path);
  for (let bit = 0; bit < 8 * whole.length; bit++) {
    const damaged = Buffer.from(whole);
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(path, damaged);
    t.notOk(isIntact(path), `bit ${bit}`);
  }
  writeFileSync(path, whole);
  t.ok(isIntact(path));
  rmSync(path);
  t.notOk(isIntact(path), 'one that is gone is not intact');
});

t.test('the checksum of what has another name yet is kept under the last one', async (t) => {
  const dir = t.testdir({ temporary: 'one' });
  keepChecksum(`${dir}/file`, `${dir}/temporary`);
  t.match(readFileSync(checksumPath(`${dir}/file`), 'utf8'), /^[0-9a-f]{40}$/);
  writeFileSync(`${dir}/file`, 'two');
  t.notOk(isIntact(`${dir}/file`));
  writeFileSync(`${dir}/file`, 'one');
  t.ok(isIntact(`${dir}/file`));
});

t.test('a cache that cannot be written is used as it is', async (t) => {
  // Nobody, not even root, can write beside a file of /proc.
  t.ok(isIntact('/proc/version'));
  keepChecksum('/proc/version', '/proc/version');
  keepChecksum(`${t.testdir({})}/file`, '/nowhere');
});
