import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { writeCpio, type CpioEntry } from '../../../../runtime/lab/image/cpio.js';

async function archive(entries: CpioEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeCpio(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

t.test('cpio unpacks files, links and directories as they were given', async (t) => {
  const directory = t.testdir({ source: 'from a file', unpacked: {} });
  const bytes = await archive([
    { kind: 'bytes', path: '/deep/er/text', bytes: Buffer.from('five.'), mode: 0o640 },
    { kind: 'file', path: '/program', source: join(directory, 'source'), size: 11 },
    { kind: 'link', path: '/deep/link', target: '../program' },
    { kind: 'directory', path: '/empty', mode: 0o700 },
  ]);
  execFileSync('busybox', ['cpio', '-idm'], {
    cwd: join(directory, 'unpacked'),
    input: bytes,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const at = (path: string) => join(directory, 'unpacked', path);
  t.equal(readFileSync(at('deep/er/text'), 'utf8'), 'five.');
  t.equal(lstatSync(at('deep/er/text')).mode & 0o777, 0o640);
  t.equal(readFileSync(at('program'), 'utf8'), 'from a file');
  t.equal(lstatSync(at('program')).mode & 0o777, 0o755);
  t.equal(readlinkSync(at('deep/link')), '../program');
  t.equal(lstatSync(at('empty')).mode & 0o777, 0o700);
});

t.test('a device carries its numbers, and everything starts at a multiple of four', async (t) => {
  const bytes = await archive([{ kind: 'device', path: '/dev/console', major: 5, minor: 1 }]);
  const at = bytes.indexOf('dev/console') - 110;
  t.equal(at % 4, 0);
  const field = (n: number) => parseInt(bytes.toString('latin1', at + 6 + n * 8, at + 14 + n * 8), 16);
  t.same([field(1) & 0o170000, field(9), field(10)], [0o020000, 5, 1]);
  t.equal(bytes.length % 4, 0);
  t.match(bytes.toString('latin1'), /TRAILER!!!/);
});

t.test('what is given twice is written once', async (t) => {
  const entry: CpioEntry = { kind: 'bytes', path: '/bin/x', bytes: Buffer.from('1') };
  const bytes = await archive([
    entry,
    { ...entry, bytes: Buffer.from('2') },
    { kind: 'directory', path: '/bin' },
  ]);
  t.equal(bytes.toString('latin1').split('070701').length - 1, 3, '/bin, /bin/x and the trailer');
});

t.test('a file that changes its size while it is read is an error', async (t) => {
  const source = join(t.testdir(), 'file');
  writeFileSync(source, 'longer now');
  t.ok(existsSync(source));
  await t.rejects(archive([{ kind: 'file', path: '/file', source, size: 4 }]), {
    code: 'tool-missing',
    message: "write initramfs: '/file' changed while it was read",
  });
});
