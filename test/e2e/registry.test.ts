// push, pull, run, login and logout against Debian's docker-registry on this machine.
import { randomBytes } from 'node:crypto';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { commands, runProgram } from '../fixtures/commands.js';
import { makeCertificate } from '../fixtures/certificate.js';
import { startCuttingProxy } from '../fixtures/cutting-proxy.js';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { ownEnvironment, scratchDirectory } from '../fixtures/project.js';
import { account, noRegistry, startRegistry } from '../fixtures/registry.js';
import { digestIn, registryWorkplace } from '../fixtures/registry-workplace.js';
import { tracingPackage } from '../fixtures/tracing-package.js';

const skip = noRegistry;

t.test('a package is pushed, and pulled by its tag and by its digest', { skip }, async (t) => {
  const { host } = await startRegistry(t);
  const { tsecli, read, content, folder } = registryWorkplace(t);
  const pushed = await tsecli(['push', 'package.json', `${host}/tools/opens:1.0`]);
  t.equal(pushed.code, 0, pushed.stderr);
  const digest = digestIn(pushed.stdout);
  t.equal(pushed.stdout, `${host}/tools/opens@${digest}\n`);
  t.equal(
    (await tsecli(['push', 'package.json', `${host}/tools/opens:again`])).stdout,
    pushed.stdout,
    'the same again',
  );

  for (const name of [`${host}/tools/opens:1.0`, `oci://${host}/tools/opens@${digest}`]) {
    const pulled = await tsecli(['pull', '-o', 'pulled.json', name]);
    t.equal(pulled.code, 0, pulled.stderr);
    t.same(read('pulled.json'), content);
  }
  t.equal((await tsecli(['pull', '-o', '-', `${host}/tools/opens:1.0`])).stdout, content.toString());

  t.match(await tsecli(['pull', `${host}/tools/opens:2.0`]), { code: 7, stderr: /has no such package/ });
  t.match(await tsecli(['pull', `${host}/tools/none:1.0`]), { code: 7, stderr: /has no such package/ });
  writeFileSync(join(folder, 'own.json'), '{"name": "mine"}');
  t.match(await tsecli(['pull', '-o', 'own.json', `${host}/tools/opens:1.0`]), {
    code: 2,
    stderr: /no package/,
  });
  t.match(await tsecli(['push', 'own.json', `${host}/tools/opens:1.0`]), { code: 7 });
});

t.test('what lies in the registry can be read by others', { skip }, async (t) => {
  const { host } = await startRegistry(t);
  const { tsecli } = registryWorkplace(t);
  await tsecli(['push', 'package.json', `${host}/a:1`]);
  const answer = await fetch(`http://${host}/v2/a/manifests/1`, {
    headers: { accept: 'application/vnd.oci.image.manifest.v1+json' },
  });
  const { artifactType, layers } = (await answer.json()) as {
    artifactType: string;
    layers: { digest: string; mediaType: string; annotations: Record<string, string> }[];
  };
  t.equal(artifactType, 'application/vnd.tsecc.package.v1');
  t.match(layers[1], { annotations: { 'org.opencontainers.image.title': 'tracepoint.bpf.o' } });
  const object = await fetch(`http://${host}/v2/a/blobs/${layers[1]?.digest}`);
  t.equal(Buffer.from(await object.arrayBuffer()).toString('latin1', 0, 4), '\x7fELF');
});

t.test('each machine gets its own variant', { skip }, async (t) => {
  const { host } = await startRegistry(t);
  const { tsecli, folder, content, read } = registryWorkplace(t);
  writeFileSync(join(folder, 'arm.json'), tracingPackage('arm'));
  const pushed = await tsecli(['push', 'amd64=package.json', 'arm64=arm.json', `${host}/both`]);
  t.equal(pushed.code, 0, pushed.stderr);
  await tsecli(['pull', '--arch', 'amd64', '-o', 'x.json', `${host}/both`]);
  t.same(read('x.json'), content);
  await tsecli(['pull', '--arch', 'arm64', '-o', 'a.json', `${host}/both@${digestIn(pushed.stdout)}`]);
  t.same(read('a.json'), tracingPackage('arm'));
  t.match(await tsecli(['pull', '--arch', 'riscv64', `${host}/both`]), { code: 7, stderr: /amd64, arm64/ });
});

t.test('bpfman gets an image with its labels, which tsecli does not run', { skip }, async (t) => {
  const { host } = await startRegistry(t);
  const { tsecli } = registryWorkplace(t);
  t.match(await tsecli(['push', '--format', 'bpfman', 'package.json', `${host}/image:1`]), { code: 0 });
  t.match(await tsecli(['pull', `${host}/image:1`]), { code: 7, stderr: /holds no package of tsecc/ });
});

t.test('nothing from a registry runs unless it is signed, pinned, or nobody minds', { skip }, async (t) => {
  const { host } = await startRegistry(t);
  const { tsecli } = registryWorkplace(t);
  const plain = digestIn((await tsecli(['push', 'package.json', `${host}/a:1`])).stdout);
  t.match(await tsecli(['run', `${host}/a:1`, '-h']), { code: 7, stdout: '' });
  t.match(await tsecli(['check', `${host}/a:1`]), { code: 7, stdout: '' });
  t.match(await tsecli(['run', `${host}/a@${plain}`, '-h']), { code: 0 });
  t.match(await tsecli(['run', '--digest', plain, `${host}/a:1`, '-h']), { code: 0 });
  t.match(await tsecli(['run', '--insecure', `${host}/a:1`, '-h']), { code: 0, stderr: /WARNING/ });

  t.match(await tsecli(['generate-key-pair']), { code: 0 });
  t.match(await tsecli(['generate-key-pair', '--output-key-prefix', 'other']), { code: 0 });
  t.match(await tsecli(['run', '--key', 'cosign.pub', `${host}/a:1`, '-h']), { code: 7 }, 'not signed');
  const signed = await tsecli(['push', '--key', 'cosign.key', 'package.json', `${host}/signed:1`]);
  t.equal(signed.code, 0, signed.stderr);
  t.match(await tsecli(['run', '--key', 'cosign.pub', `${host}/signed:1`, '-h']), { code: 0 });
  t.match(await tsecli(['verify', '--key', 'cosign.pub', `${host}/signed:1`]), { code: 0 });
  t.match(await tsecli(['run', '--key', 'other.pub', `${host}/signed:1`, '-h']), { code: 7 });
  await tsecli(['push', '--key', 'other.key', 'package.json', `${host}/signed:1`]);
  for (const key of ['cosign.pub', 'other.pub'])
    t.match(
      await tsecli(['run', '--key', key, `${host}/signed:1`, '-h']),
      { code: 0 },
      'both signatures are there',
    );
});

t.test('names and passwords: asked for, wrong, right, forgotten', { skip }, async (t) => {
  const { host } = await startRegistry(t, { password: true });
  const { tsecli, read, content, folder } = registryWorkplace(t);
  const login = (password: string) =>
    tsecli(['login', '-u', account.username, '--password-stdin', host], `${password}\n`);
  t.match(await tsecli(['push', 'package.json', `${host}/a:1`]), {
    code: 3,
    stderr: /tsecli login localhost/,
  });
  t.match(await login('wrong'), { code: 3, stderr: /refused the name or the password/ });
  t.notOk(existsSync(join(folder, 'docker/config.json')), 'a wrong password is not kept');
  t.match(await login(account.password), { code: 0 });
  t.equal(statSync(join(folder, 'docker/config.json')).mode & 0o777, 0o600);
  t.match(await tsecli(['push', 'package.json', `${host}/a:1`]), { code: 0 });
  t.match(await tsecli(['pull', '-o', 'pulled.json', `${host}/a:1`]), { code: 0 });
  t.same(read('pulled.json'), content);
  t.match(await tsecli(['logout', host]), { code: 0, stderr: /logged out/ });
  t.match(await tsecli(['pull', '-o', 'pulled.json', `${host}/a:1`]), { code: 3 });
  t.match(await tsecli(['logout', host]), { code: 0, stderr: /nobody was logged in/ });
});

t.test('TLS: a certificate that nobody knows is refused, and never left out', { skip }, async (t) => {
  const tls = makeCertificate(scratchDirectory(t));
  const { host } = await startRegistry(t, { tls, password: true });
  const { tsecli, read, content } = registryWorkplace(t);
  const credentials = ['-u', account.username, '--password-stdin', host];
  t.match(await tsecli(['login', ...credentials], account.password), { code: 1, stderr: /--ca-file/ });
  t.match(await tsecli(['login', '--plain-http', ...credentials], account.password), { code: 1 });
  const known = ['--ca-file', tls.certificate];
  t.match(await tsecli(['login', ...known, ...credentials], account.password), { code: 0 });
  const pushed = await tsecli(['push', ...known, 'package.json', `${host}/a:1`]);
  t.equal(pushed.code, 0, pushed.stderr);
  t.match(await tsecli(['pull', ...known, '-o', 'pulled.json', `${host}/a:1`]), { code: 0 });
  t.same(read('pulled.json'), content);
  t.match(await tsecli(['run', ...known, `${host}/a@${digestIn(pushed.stdout)}`, '-h']), { code: 0 });
});

t.test('a transfer that is cut goes on where it ended', { skip }, async (t) => {
  const { port } = await startRegistry(t);
  const { tsecli, read, content } = registryWorkplace(
    t,
    tracingPackage(randomBytes(300_000).toString('base64')),
  );
  t.match(await tsecli(['push', 'package.json', `localhost:${port}/a:1`]), { code: 0 });
  const down = await startCuttingProxy(t, port, { from: 'server', after: 150_000, times: 2 });
  const pulled = await tsecli(['pull', '-o', 'pulled.json', `localhost:${down.port}/a:1`]);
  t.equal(pulled.code, 0, pulled.stderr);
  t.equal(down.cuts(), 2);
  t.match(down.sent(), /range: bytes=\d{5,}-/, 'the rest is asked for');
  t.same(read('pulled.json'), content);
});

t.test('a package runs by its digest and by a signed tag', { skip: skip || hostCannotTrace() }, async (t) => {
  const { host } = await startRegistry(t);
  const { tsecli, folder, env } = registryWorkplace(t);
  await tsecli(['generate-key-pair']);
  const digest = digestIn(
    (await tsecli(['push', '--key', 'cosign.key', 'package.json', `${host}/a:1`])).stdout,
  );
  for (const from of [[`${host}/a@${digest}`], ['--key', 'cosign.pub', `${host}/a:1`]]) {
    const args = [commands.tsecli, 'run', '--exec', 'cat package.json > /dev/null', ...from];
    const run = await runProgram(process.execPath, args, {
      cwd: folder,
      env: { ...ownEnvironment(), ...env },
    });
    t.equal(run.code, 0, run.stderr);
    t.match(run.stdout, /cat-\d+ .*called 2/);
  }
});
