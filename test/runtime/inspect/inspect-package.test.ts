import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openPackage } from '../../../core/package/open.js';
import { writePackage } from '../../../core/package/write.js';
import { inspectPackage } from '../../../runtime/inspect/inspect-package.js';
import { parseInspect } from '../../../runtime/inspect/parse-inspect.js';
import { packageArtifact } from '../../../runtime/registry/artifact/package-artifact.js';
import { digestOf } from '../../../runtime/trust/fingerprint.js';
import { signBytes } from '../../../runtime/trust/sign.js';
import { tarOf } from '../../fixtures/hostile/tar.js';
import { startServer } from '../../fixtures/http-server.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { packagePath } from '../../fixtures/kernel/packages.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';
import { openedOf } from '../../fixtures/opened.js';
import { scratchDirectory } from '../../fixtures/project.js';
import { testKey } from '../../fixtures/trust.js';

const path = packagePath('kprobe');
const bytes = readFileSync(path);
const a = testKey('a');

/** What it prints of these words, on a host without a policy. */
async function inspect(argv: readonly string[], io = memoryIo({ DOCKER_CONFIG: '/none' })) {
  const policyFile = { path: '/nowhere/policy.json', owner: 0 };
  t.equal(await inspectPackage(parseInspect(argv), io, { policyFile }), 0);
  t.equal(io.errors(), '');
  return io.output();
}

t.test('a package is told of on standard output, in words or as JSON', async (t) => {
  const words = await inspect([path]);
  t.match(words, /^It can see:$/m);
  t.match(words, /^ {2}not signed$/m);
  t.notMatch(words, /a run on this host refuses it/);
  t.match(JSON.parse(await inspect(['--json', path])), {
    programs: [{ kind: 'kprobe' }],
    origin: 'file',
    size: bytes.length,
    digest: digestOf(bytes),
    sees: Array,
    changes: Array,
    trust: { signatures: 0, runs: true },
  });
});

t.test('who signed a file is told, with the key that is named', async (t) => {
  const directory = t.testdir({ p: bytes, 'p.sig': signBytes(bytes, a.key), 'a.pub': a.pem });
  const here = () => memoryIo({}, directory);
  t.match(await inspect(['--key', 'a.pub', 'p'], here()), /signed by 'a\.pub' \(sha256:[0-9a-f]{64}\)/);
  t.match(
    await inspect(['p'], here()),
    /signed, but not by whom this host trusts: no key is trusted here\n$/,
    'and runs',
  );
});

t.test('a package on standard input is told of', async (t) => {
  const io = memoryIo();
  io.stdin.end(bytes);
  t.match(JSON.parse(await inspect(['-j', '-'], io)), {
    origin: 'stdin',
    digest: digestOf(bytes),
    trust: { runs: true },
  });
});

t.test(
  'one of an address is told of, and that no run takes it, unless a key or its digest does',
  async (t) => {
    const signature = signBytes(bytes, a.key);
    const { url } = await startServer(t, (request, response) => {
      if (request.url === '/p.json') response.end(bytes);
      else if (request.url === '/p.json.sig') response.end(signature);
      else response.writeHead(404).end();
    });
    const directory = t.testdir({ 'a.pub': a.pem });
    const here = () => memoryIo({}, directory);
    const name = `${url}/p.json`;
    const words = await inspect([name], here());
    t.match(words, 'signed, but not by whom this host trusts: no key is trusted here\n');
    t.match(
      words,
      `a run on this host refuses it: trust '${name}': no key is trusted here (name the key: --key`,
    );
    t.match(JSON.parse(await inspect(['-j', '--key=a.pub', name], here())), {
      ...{ origin: 'url', trust: { signedBy: { key: 'a.pub' }, runs: true, refusal: null } },
    });
    t.match(JSON.parse(await inspect(['-j', `--digest=${digestOf(bytes)}`, name], here())), {
      trust: { signedBy: null, runs: true },
    });
  },
);

t.test('an image is told of by the digest of its manifest', async (t) => {
  const artifact = packageArtifact(openPackage(bytes), bytes);
  const { host } = await startServer(t, ({ url = '' }, response) => {
    const blob = artifact.blobs.find((each) => url === `/v2/a/blobs/${digestOf(each)}`);
    if (/^\/v2\/a\/manifests\/(?:1|sha256:.*)$/.test(url)) response.end(artifact.manifest);
    else if (blob) response.end(blob);
    else response.writeHead(404).end();
  });
  const digest = digestOf(artifact.manifest);
  t.match(await inspect([`${host}/a:1`]), `${host}/a:1: ${bytes.length} bytes, its manifest ${digest}\n`);
  t.match(JSON.parse(await inspect(['-j', `${host}/a:1`])), {
    ...{ origin: 'oci', digest, trust: { runs: false, refusal: { cure: /--key FILE/ } } },
  });
  t.match(JSON.parse(await inspect(['-j', `${host}/a@${digest}`])), { digest, trust: { runs: true } });
});

t.test('a bundle is told of whole, and so is what it holds', async (t) => {
  const btf = { name: 'btfhub-archive/debian/12/x86_64/6.1.0.btf', content: buildBtf([rawInt]) };
  const bundle = tarOf({ name: 'package.json', content: bytes }, btf);
  const directory = t.testdir({ 'b.tar': bundle, 'b.tar.sig': signBytes(bundle, a.key), 'a.pub': a.pem });
  const words = await inspect(['--key=a.pub', 'b.tar'], memoryIo({}, directory));
  t.match(words, `b.tar: ${bundle.length} bytes, ${digestOf(bundle)}\n`);
  t.match(words, `a bundle; its package.json: ${bytes.length} bytes, ${digestOf(bytes)}\n`);
  t.match(words, /^ {2}types of these kernels: debian\/12\/x86_64\/6\.1\.0$/m);
  t.match(words, /signed by 'a\.pub'/);
});

t.test('the JSON of hostile names is JSON, and does not act on the terminal', async (t) => {
  const { manifest, object } = openedOf('powers', {
    bpf_skel: { obj_name: 'x', doc: { description: 'a\u202e\u0085\u001bb' } },
  });
  const hostile = join(scratchDirectory(t), 'package.json');
  writeFileSync(hostile, writePackage(manifest.meta, object));
  const text = await inspect(['--json', hostile]);
  t.notMatch(text, /[\u202e\u0085\u001b]/);
  t.match(JSON.parse(text), { about: 'a\u202e\u0085\u001bb' });
});

t.test('what is no package is refused', async (t) => {
  await t.rejects(inspect(['/nowhere']), { code: 'package-invalid' });
});
