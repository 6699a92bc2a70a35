// Nothing that the network sends runs by default: each way in that it has, and each command that would run it.
import { readFileSync, readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import t, { type Test } from 'tap';
import { openPackage as parsePackage } from '../core/package/open.js';
import { main } from '../runtime/cli.js';
import type { Kernel } from '../runtime/kernel/types.js';
import { openPackage } from '../runtime/library/open-package.js';
import { packageArtifact } from '../runtime/registry/artifact/package-artifact.js';
import { hostArchitecture, type Artifact } from '../runtime/registry/artifact/types.js';
import { indexOf } from '../runtime/registry/artifact/variants.js';
import { digestOf } from '../runtime/registry/digest.js';
import { signBytes } from '../runtime/trust/sign.js';
import { makeCertificate } from './fixtures/certificate.js';
import { tarOf } from './fixtures/hostile/tar.js';
import { startServer } from './fixtures/http-server.js';
import { scratchDirectory } from './fixtures/project.js';
import { collectingIo } from './fixtures/report-io.js';
import { tracingPackage } from './fixtures/tracing-package.js';
import { testKey } from './fixtures/trust.js';

const content = tracingPackage();
const bundle = tarOf({ name: 'package.json', content });
const stranger = testKey('stranger');
const single = packageArtifact(parsePackage(content), content);
const bundled = packageArtifact(parsePackage(content), content, bundle);
const index = indexOf([{ architecture: hostArchitecture(), artifact: single }]);

/** Manifests by the repositories that name them `1`, and by their digests. */
const images: Readonly<Record<string, Artifact>> = { a: single, b: bundled, i: index };
const manifests = new Map(
  Object.entries(images).flatMap(([name, { manifest }]) => [
    [`/v2/${name}/manifests/1`, manifest],
    [`/v2/${name}/manifests/${digestOf(manifest)}`, manifest],
  ]),
);
manifests.set(`/v2/i/manifests/${digestOf(single.manifest)}`, single.manifest);
const blobs = new Map([...single.blobs, ...bundled.blobs].map((blob) => [digestOf(blob), blob]));

/** What a server and a registry have; `elsewhere` is another host that the one may send to. */
function answer(url: string, response: ServerResponse, elsewhere = ''): void {
  const digest = /^\/v2\/\w\/blobs\/(sha256:\w+)$/.exec(url)?.[1];
  const blob = [...blobs].find(([name]) => name === digest)?.[1];
  const manifest = manifests.get(url);
  if (url === '/p.json' || url === '/signed.json') response.end(content);
  else if (url === '/p.tar') response.end(bundle);
  else if (url === '/signed.json.sig') response.end(signBytes(content, stranger.key));
  else if (url === '/moved.json') response.writeHead(302, { location: `${elsewhere}/p.json` }).end();
  else if (manifest) response.end(manifest);
  else if (blob) response.end(blob);
  else response.writeHead(url === '/v2/' ? 200 : 404).end();
}

interface Way {
  readonly name: string;
  /** The same, where the digest is named. */
  readonly pinned: string;
  readonly options?: readonly string[];
}

/** Every way that a package comes in over the network, by what it is called. */
async function waysIn(t: Test): Promise<Readonly<Record<string, Way>>> {
  const { certificate, key } = makeCertificate(scratchDirectory(t));
  const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
  const other = await startServer(t, ({ url = '' }, response) => answer(url, response));
  const plain = await startServer(t, ({ url = '' }, response) =>
    answer(url, response, other.url.replace('127.0.0.1', 'localhost')),
  );
  const secure = await startServer(t, ({ url = '' }, response) => answer(url, response), tls);
  const ofUrl = (name: string, bytes: Uint8Array = content, options: readonly string[] = []): Way => ({
    ...{ name, pinned: `${name}#${digestOf(bytes)}`, options },
  });
  const ofImage = (repository: string, { manifest }: Artifact): Way => ({
    name: `${plain.host}/${repository}:1`,
    pinned: `${plain.host}/${repository}@${digestOf(manifest)}`,
  });
  return {
    'a URL': ofUrl(`${plain.url}/p.json`),
    'a URL by TLS': ofUrl(`${secure.url}/p.json`, content, ['--ca-file', certificate]),
    'a redirect to another host': ofUrl(`${plain.url}/moved.json`),
    'a URL with the signature of a stranger': ofUrl(`${plain.url}/signed.json`),
    'a bundle at a URL': ofUrl(`${plain.url}/p.tar`, bundle),
    'a tag': ofImage('a', single),
    'a bundle in a registry': ofImage('b', bundled),
    'an index of variants': ofImage('i', index),
  };
}

/** Runs a command where any look at the kernel is noticed; there is no QEMU to be found. */
async function tsecli(t: Test, args: readonly string[], stdin: Uint8Array = Buffer.alloc(0)) {
  let touched: PropertyKey | undefined;
  const kernel: Kernel = new Proxy(Object.create(null), {
    get(_, name) {
      touched = name;
      throw new Error(`the kernel was asked for ${String(name)}`);
    },
  });
  const folder = scratchDirectory(t);
  const env = { PATH: '', HOME: folder };
  const { io, written } = collectingIo({ env, cwd: () => folder, stdin: Readable.from([stdin]) });
  const policyFile = { path: '/nonexistent/policy.json', owner: 0 };
  const code = await main(args, io, { kernel, policyFile });
  return { code, touched, left: readdirSync(folder), ...written() };
}

/** Commands that run what they are given, or give it to the kernel. */
const running: readonly (readonly string[])[] = [
  [],
  ['run'],
  ['run', '-j', '--exec', 'true'],
  ['check'],
  ['check', '--lab'],
  ['run', '--lab'],
  ['run', '--lab=auto'],
];

t.test('no command runs what nobody vouches for', async (t) => {
  const ways = await waysIn(t);
  for (const [what, { name, options = [] }] of Object.entries(ways)) {
    for (const command of running) {
      const outcome = await tsecli(t, [...command, ...options, name]);
      const said = { code: 7, stdout: '', touched: undefined, left: [] };
      t.match(
        outcome,
        { ...said, stderr: /^tsecli: [^\n]+ \(name the key/ },
        `${what}: ${command.join(' ')}`,
      );
    }
  }
});

t.test('the same runs where its digest is named, and with a warning where nobody minds', async (t) => {
  const ways = await waysIn(t);
  for (const [what, { name, pinned, options = [] }] of Object.entries(ways)) {
    const asked = await tsecli(t, ['run', ...options, pinned, '-h']);
    t.match(asked, { code: 0, stdout: /Tells of files/ }, what);
    t.match(
      await tsecli(t, ['run', '--insecure', ...options, name, '-h']),
      { code: 0, stderr: /WARNING/ },
      what,
    );
    const wrong = pinned.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    t.match(
      await tsecli(t, ['run', ...options, wrong, '-h']),
      { code: 7, stdout: '' },
      `${what}: another digest`,
    );
  }
});

t.test('inspect shows it, and runs nothing of it', async (t) => {
  const ways = await waysIn(t);
  for (const [what, { name, options = [] }] of Object.entries(ways)) {
    const shown = await tsecli(t, ['inspect', ...options, name]);
    t.match(shown, { code: 0, stdout: /sys_enter_openat/, touched: undefined, left: [] }, what);
  }
});

t.test('the digest that inspect shows is the one that a run takes', async (t) => {
  const ways = await waysIn(t);
  for (const [what, { name, options = [] }] of Object.entries(ways)) {
    const { digest } = JSON.parse((await tsecli(t, ['inspect', '--json', ...options, name])).stdout) as {
      digest: string;
    };
    t.match(await tsecli(t, ['run', '--digest', digest, ...options, name, '-h']), { code: 0 }, what);
  }
});

t.test('what stands in a package or in its arguments is never fetched', async (t) => {
  const { url, asked } = await startServer(t, ({ url: path = '' }, response) => answer(path, response));
  await t.rejects(openPackage(`${url}/p.json`), { code: 'package-invalid' }, 'the library opens files alone');
  await t.rejects(openPackage(new URL(`${url}/p.json`)));
  t.match(
    await tsecli(t, ['run', '-', `${url}/p.json`], content),
    { code: 2 },
    'as a standalone file runs its own',
  );
  t.same(asked, []);
});

t.test("a bundle on standard input is the user's own, as a package is", async (t) => {
  t.match(await tsecli(t, ['run', '-', '-h'], bundle), { code: 0, stdout: /Tells of files/ });
});
