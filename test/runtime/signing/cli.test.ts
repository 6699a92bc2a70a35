import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { main } from '../../../runtime/cli.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { packageBytes, fakeObject, eccMeta } from '../../fixtures/packages/make-package.js';

const noPolicy = { path: '/nonexistent/policy.json', owner: 0 };

/** Runs a command line where `directory` is the working directory; gives its exit code and what it said. */
async function run(directory: string, ...argv: readonly string[]) {
  const io = memoryIo({ COSIGN_PASSWORD: 'secret' }, directory);
  const code = await main(argv, io, { policyFile: noPolicy });
  return { code, said: io.errors(), data: io.output() };
}

/** A directory with keys, a package and its signature. */
async function signedPackage(t: Test): Promise<string> {
  const directory = t.testdir({});
  writeFileSync(join(directory, 'package.json'), packageBytes());
  t.equal((await run(directory, 'generate-key-pair')).code, 0);
  t.equal((await run(directory, 'sign', '--key', 'cosign.key', 'package.json')).code, 0);
  return directory;
}

t.test('keys, a signature, and its proof, also by openssl alone', async (t) => {
  const directory = await signedPackage(t);
  const verified = await run(directory, '--key', 'cosign.pub', 'verify', 'package.json');
  t.match(verified, { code: 0, data: '' });
  t.match(verified.said, /^'package\.json' was signed by 'cosign\.pub' \(sha256:[0-9a-f]{64}\)\n$/);
  const script = `openssl base64 -d -in package.json.sig -out sig &&
    openssl dgst -sha256 -verify cosign.pub -signature sig package.json`;
  const openssl = spawnSync('sh', ['-c', script], { cwd: directory, encoding: 'utf8' });
  t.equal(openssl.stdout, 'Verified OK\n', openssl.stderr);
});

t.test(
  'a changed byte, a swapped object, another key, a signature of another package: exit code 7',
  async (t) => {
    const directory = await signedPackage(t);
    const write = (name: string, data: Uint8Array | string) => writeFileSync(join(directory, name), data);
    const signature = readFileSync(join(directory, 'package.json.sig'));
    const original = packageBytes();
    t.equal((await run(directory, 'generate-key-pair', '--output-key-prefix', 'other')).code, 0);
    const swapped = packageBytes(eccMeta, fakeObject(320));
    const changed = Uint8Array.from(original);
    changed[changed.length - 2] = 0x20;
    for (const bytes of [swapped, changed, Buffer.concat([original, Buffer.from('\n')])]) {
      write('b.json', bytes);
      write('b.json.sig', signature);
      for (const argv of [
        ['verify', '--key', 'cosign.pub', 'b.json'],
        ['--key', 'cosign.pub', 'b.json'],
        ['check', '--key', 'cosign.pub', 'b.json'],
      ]) {
        const { code, said } = await run(directory, ...argv);
        t.equal(code, 7, argv.join(' '));
        t.equal(
          said,
          "tsecli: trust 'b.json': no signature of it fits: it was changed, or another key signed it\n",
        );
      }
    }
    const other = await run(directory, 'verify', '--key', 'other.pub', 'package.json');
    t.match(other, { code: 7, said: /no signature of it fits/ });
  },
);

t.test('each command has a help on stdout', async (t) => {
  for (const command of ['generate-key-pair', 'sign', 'verify']) {
    t.match(await run('/', command, '--help'), {
      code: 0,
      data: new RegExp(`^Usage: tsecli ${command} `),
      said: '',
    });
  }
});
