import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import t from 'tap';
import { readFile } from '../../../runtime/source/file.js';

t.test('a file is read, relative to the directory', async (t) => {
  const directory = t.testdir({ 'package.json': '{}' });
  t.equal(Buffer.from(await readFile('package.json', directory)).toString(), '{}');
  t.equal(Buffer.from(await readFile(join(directory, 'package.json'), '/')).toString(), '{}');
});

t.test('a pipe is read as well', async (t) => {
  const directory = t.testdir({});
  execFileSync('mkfifo', [join(directory, 'pipe')]);
  const writer = spawn('sh', ['-c', 'printf piped > "$0"', join(directory, 'pipe')]);
  t.equal(Buffer.from(await readFile('pipe', directory)).toString(), 'piped');
  writer.kill();
});

t.test('what cannot be read is one sentence with a cure', async (t) => {
  const directory = t.testdir({ folder: {}, file: '' });
  await t.rejects(readFile('absent.json', directory), {
    code: 'package-invalid',
    message: "read 'absent.json': no such file or directory",
    cure: /tsecc/,
  });
  await t.rejects(readFile('folder', directory), {
    code: 'package-invalid',
    message: "read 'folder': it is a directory",
    cure: /folder\/package.json/,
  });
  await t.rejects(readFile('file/below', directory), { code: 'package-invalid', message: /not a directory/ });
  await t.rejects(readFile('a\0b', directory), { code: 'package-invalid' });
});
