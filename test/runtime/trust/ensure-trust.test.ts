import { join } from 'node:path';
import t from 'tap';
import { ensureTrust } from '../../../runtime/trust/ensure-trust.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { fetched, origins } from '../../fixtures/trust.js';

const directory = t.testdir({ broken: '{' });
const none = { path: join(directory, 'none'), owner: process.getuid?.() ?? 0 };
const plain = { keys: [], digest: undefined, insecure: false };

t.test('a local package on a host without a policy has no rules, and nothing is said', async (t) => {
  for (const origin of [origins.file, origins.stdin]) {
    const io = memoryIo({}, directory);
    t.same(await ensureTrust(fetched(origin), plain, io, none), {});
    t.equal(io.errors(), '');
  }
});

t.test('what the network sends is refused by default, on each way', async (t) => {
  for (const origin of [origins.url, origins.oci]) {
    await t.rejects(ensureTrust(fetched(origin), plain, memoryIo({}, directory), none), {
      code: 'package-invalid',
      cure: 'name the key: --key FILE; or the digest: --digest sha256:…; --insecure runs it all the same',
    });
  }
});

t.test('a policy that cannot be read stops everything', async (t) => {
  const broken = { ...none, path: join(directory, 'broken') };
  for (const origin of Object.values(origins)) {
    await t.rejects(ensureTrust(fetched(origin), plain, memoryIo({}, directory), broken), {
      code: 'package-invalid',
      message: /^read policy /,
    });
  }
});
