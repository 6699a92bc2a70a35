import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { verifyPackage } from '../../../runtime/signing/verify-package.js';
import { digestOf, fingerprintOf } from '../../../runtime/trust/fingerprint.js';
import { signBytes } from '../../../runtime/trust/sign.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { testKey } from '../../fixtures/trust.js';

const [a, b] = [testKey('a'), testKey('b')];
const signature = signBytes(Buffer.from('text'), a.key);
const request = {
  ...{ package: 'package.json', keys: [], signature: undefined, digest: undefined },
  ...{ quiet: true, network: {} },
};

function setUp(t: Test, policy?: unknown) {
  const directory = t.testdir({
    ...{ 'a.pub': a.pem, 'b.pub': b.pem, 'package.json': 'text', 'package.json.sig': signature },
    ...(policy === undefined ? {} : { 'policy.json': JSON.stringify(policy) }),
  });
  chmodSync(directory, 0o755);
  for (const name of ['a.pub', 'b.pub']) chmodSync(join(directory, name), 0o644);
  if (policy !== undefined) chmodSync(join(directory, 'policy.json'), 0o644);
  const policyFile = { path: join(directory, 'policy.json'), owner: process.getuid?.() ?? 0 };
  return { directory, io: memoryIo({}, directory), policyFile };
}

t.test('who signed is told, by the key that was named', async (t) => {
  const { io, policyFile } = setUp(t);
  const digest = digestOf(Buffer.from('text'));
  await verifyPackage({ ...request, keys: ['b.pub', 'a.pub'], digest }, io, { policyFile });
  t.equal(io.errors(), `'package.json' was signed by 'a.pub' (${fingerprintOf(a.trusted.key)})\n`);
});

t.test('without one, by those of the policy', async (t) => {
  const { io, policyFile, directory } = setUp(t, { keys: ['a.pub'] });
  await verifyPackage(request, io, { policyFile });
  t.match(io.errors(), `'package.json' was signed by '${join(directory, 'a.pub')}' (`);
});

t.test('another key, another digest and no key at all are refused', async (t) => {
  const { io, policyFile } = setUp(t);
  const verify = (more: object) => verifyPackage({ ...request, ...more }, io, { policyFile });
  await t.rejects(verify({ keys: ['b.pub'] }), { code: 'package-invalid' });
  await t.rejects(verify({ keys: ['a.pub'], digest: digestOf(Buffer.from('x')) }), {
    code: 'package-invalid',
  });
  await t.rejects(verify({}), { code: 'usage', message: 'verify package: no key is named' });
  const empty = setUp(t, {});
  await t.rejects(verifyPackage(request, empty.io, { policyFile: empty.policyFile }), { code: 'usage' });
});
