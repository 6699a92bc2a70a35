import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { demandTrust } from '../../../runtime/trust/demand-trust.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { fetched, origins, testKey } from '../../fixtures/trust.js';

const rules = { deny: ['helper:bpf_probe_write_user'] };
const directory = t.testdir({ 'policy.json': JSON.stringify({ rules }), 'a.pub': testKey('a').pem });
chmodSync(directory, 0o755);
chmodSync(join(directory, 'policy.json'), 0o644);
const policyFile = { path: join(directory, 'policy.json'), owner: process.getuid?.() ?? 0 };
const plain = { keys: [], digest: undefined, insecure: false };

t.test('what nobody vouches for runs only with a loud line, and under the rules of the policy', async (t) => {
  const io = memoryIo({}, directory);
  t.same(await demandTrust(fetched(origins.url), { ...plain, insecure: true }, io, policyFile), rules);
  t.equal(
    io.errors(),
    "WARNING: nobody vouches for 'https://example.org/package.json': it runs because of --insecure\n",
  );
});

t.test('a local file needs no warning', async (t) => {
  const io = memoryIo({}, directory);
  t.same(await demandTrust(fetched(origins.file), { ...plain, insecure: true }, io, policyFile), rules);
  t.equal(io.errors(), '');
});

t.test('keys are read from where the user stands', async (t) => {
  const io = memoryIo({}, directory);
  const asked = (key: string) =>
    demandTrust(fetched(origins.file), { ...plain, keys: [key] }, io, policyFile);
  await t.rejects(asked('a.pub'), { code: 'package-invalid', message: /it has no signature/ });
  await t.rejects(asked('b.pub'), { code: 'usage', message: /^read key 'b\.pub'/ });
});
