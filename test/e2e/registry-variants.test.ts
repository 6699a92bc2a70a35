// The life of a package in a registry, with and without TLS, with and without passwords, against Debian's docker-registry.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { makeCertificate } from '../fixtures/certificate.js';
import { startCuttingProxy } from '../fixtures/cutting-proxy.js';
import { scratchDirectory } from '../fixtures/project.js';
import { account, noRegistry, startRegistry } from '../fixtures/registry.js';
import { blobFile, digestIn, registryWorkplace } from '../fixtures/registry-workplace.js';
import { tracingPackage } from '../fixtures/tracing-package.js';

/** How a registry is asked, and a workplace whose commands ask it so. */
async function setUp(t: Test, tls: boolean, password: boolean, content = tracingPackage()) {
  const certificate = tls ? makeCertificate(scratchDirectory(t)) : undefined;
  const registry = await startRegistry(t, { password, ...(certificate ? { tls: certificate } : {}) });
  const workplace = registryWorkplace(t, content);
  const known = certificate ? ['--ca-file', certificate.certificate] : [];
  const asking = (command: string, ...args: readonly string[]) =>
    workplace.tsecli([command, ...known, ...args]);
  const login = (host: string, secret: string) =>
    workplace.tsecli(['login', ...known, '-u', account.username, '--password-stdin', host], secret);
  return { ...registry, ...workplace, asking, login };
}

for (const tls of [false, true]) {
  for (const password of [false, true]) {
    const name = `${tls ? 'with' : 'without'} TLS, ${password ? 'with' : 'without'} passwords`;
    t.test(name, { skip: noRegistry }, async (t) => {
      await t.test('in, out, by its tag and by its digest', (t) => liveThrough(t, tls, password));
      await t.test('a transfer that is cut', (t) => cutTransfers(t, tls, password));
      await t.test('what was changed in the registry', (t) => tamper(t, tls, password));
    });
  }
}

async function liveThrough(t: Test, tls: boolean, password: boolean): Promise<void> {
  const { host, asking, login, tsecli, read, content } = await setUp(t, tls, password);
  if (password) {
    t.match(await asking('push', 'package.json', `${host}/a:1`), {
      code: 3,
      stderr: /tsecli login localhost/,
    });
    t.match(await login(host, 'wrong'), { code: 3, stderr: /refused the name or the password/ });
    t.match(await asking('pull', `${host}/a:1`), { code: 3 }, 'the wrong password was not kept');
    t.match(await login(host, account.password), { code: 0, stderr: /logged in/ });
  }
  t.match(await tsecli(['generate-key-pair']), { code: 0 });
  const pushed = await asking('push', '--key', 'cosign.key', 'package.json', `${host}/a:1`);
  t.equal(pushed.code, 0, pushed.stderr);
  const pinned = pushed.stdout.trim();
  t.equal(pinned, `${host}/a@${digestIn(pinned)}`);
  for (const from of [`${host}/a:1`, pinned]) {
    const pulled = await asking('pull', '--key', 'cosign.pub', '-o', 'pulled.json', from);
    t.equal(pulled.code, 0, pulled.stderr);
    t.same(read('pulled.json'), content);
    t.match(await asking('inspect', from), { code: 0, stdout: /It can see:/ });
    t.match(await asking('verify', '--key', 'cosign.pub', from), { code: 0, stderr: /was signed by/ });
  }
  t.match(await asking('run', pinned, '-h'), { code: 0, stdout: /tracepoint/ });
  t.match(await asking('run', '--key', 'cosign.pub', `${host}/a:1`, '-h'), { code: 0, stdout: /tracepoint/ });
  t.match(await asking('run', `${host}/a:1`, '-h'), { code: 7, stdout: '' });
  if (!password) return;
  t.match(await tsecli(['logout', host]), { code: 0, stderr: /logged out/ });
  for (const command of ['pull', 'inspect']) t.match(await asking(command, pinned), { code: 3 }, command);
}

async function cutTransfers(t: Test, tls: boolean, password: boolean): Promise<void> {
  const large = tracingPackage(randomBytes(300_000).toString('base64'));
  const { host, port, asking, login, read, content, folder } = await setUp(t, tls, password, large);
  const through = async (from: 'client' | 'server', times: number) => {
    // Cut for ever, each try gets on by less than a fifth of it.
    const after = times === 1 ? 150_000 : 20_000;
    const proxy = await startCuttingProxy(t, port, { from, after, times });
    const place = `localhost:${proxy.port}`;
    if (password) t.match(await login(place, account.password), { code: 0 });
    return { place, cuts: proxy.cuts };
  };
  if (password) await login(host, account.password);

  const up = await through('client', 1);
  const pushed = await asking('push', 'package.json', `${up.place}/a:1`);
  t.equal(pushed.code, 0, pushed.stderr);
  t.equal(up.cuts(), 1);
  const down = await through('server', 1);
  const pulled = await asking('pull', '-o', 'pulled.json', `${down.place}/a:1`);
  t.equal(pulled.code, 0, pulled.stderr);
  t.equal(down.cuts(), 1);
  t.same(read('pulled.json'), content);

  const before = readdirSync(folder).sort();
  const neverDown = await through('server', Infinity);
  const cut = { code: 1, stdout: '', stderr: /^tsecli: [^\n]*the connection was cut[^\n]*\n$/ };
  t.match(await asking('pull', '-q', '-o', 'none.json', `${neverDown.place}/a:1`), cut);
  const neverUp = await through('client', Infinity);
  writeFileSync(join(folder, 'other.json'), tracingPackage(randomBytes(300_000).toString('base64')));
  t.match(await asking('push', '-q', 'other.json', `${neverUp.place}/b:1`), cut);
  t.same(readdirSync(folder).sort(), [...before, 'other.json'].sort(), 'no half file is left');
  t.match(
    await asking('pull', `${host}/b:1`),
    { code: 7, stderr: /has no such package/ },
    'nor half a package',
  );
}

async function tamper(t: Test, tls: boolean, password: boolean): Promise<void> {
  const { host, storage, asking, login, content, folder } = await setUp(t, tls, password);
  if (password) await login(host, account.password);
  const digest = digestIn((await asking('push', 'package.json', `${host}/a:1`)).stdout);
  const manifest = readFileSync(blobFile(storage, digest), 'utf8');
  const [, blob = ''] =
    /"digest":"(sha256:[0-9a-f]+)","size":\d+,"annotations":\{[^}]*"package.json"/.exec(manifest) ?? [];
  const names = [`${host}/a:1`, `${host}/a@${digest}`];
  const refused = async (what: string): Promise<void> => {
    for (const name of names) {
      t.match(await asking('pull', '-o', 'x.json', name), { code: 7, stdout: '' }, `${what}: pull ${name}`);
      t.match(await asking('run', '--insecure', name, '-h'), { code: 7, stdout: '' }, `${what}: run ${name}`);
    }
  };
  writeFileSync(blobFile(storage, blob), content.toString().replace('openat', 'unlink'));
  await refused('a blob of the same length');
  writeFileSync(blobFile(storage, blob), Buffer.concat([content, content]));
  await refused('a longer blob');
  writeFileSync(blobFile(storage, blob), content);
  t.match(await asking('pull', '-o', 'again.json', `${host}/a:1`), { code: 0 }, 'as it was, it is taken');
  writeFileSync(blobFile(storage, digest), manifest.replace('Tells of files', 'Tells of fires'));
  await refused('a manifest');
  t.notOk(existsSync(join(folder, 'x.json')), 'nothing of it is written');
}
