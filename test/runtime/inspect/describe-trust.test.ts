import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { describeTrust } from '../../../runtime/inspect/describe-trust.js';
import type { FetchedPackage, Origin } from '../../../runtime/source/types.js';
import { packageDigest } from '../../../runtime/trust/check-digest.js';
import { makeSignature } from '../../../runtime/trust/make-signature.js';
import { signBytes } from '../../../runtime/trust/sign.js';
import { openedOf } from '../../fixtures/opened.js';
import { fetched, imageDigest, origins, testKey } from '../../fixtures/trust.js';

const [a, b] = [testKey('a'), testKey('b')];
const bytes = Buffer.from('a package');
const opened = openedOf('powers');
const { file, stdin, url, oci } = origins;

/** What a run on a host without a policy is given. */
const context = (t: Test) => {
  const directory = t.testdir({});
  const policyFile = { path: join(directory, 'none'), owner: process.getuid?.() ?? 0 };
  return { keys: [], digest: undefined, directory, policyFile };
};

function policyContext(t: Test, policy: unknown) {
  const directory = t.testdir({ 'a.pub': a.pem, 'policy.json': JSON.stringify(policy) });
  chmodSync(directory, 0o755);
  for (const name of ['a.pub', 'policy.json']) chmodSync(join(directory, name), 0o644);
  const policyFile = { path: join(directory, 'policy.json'), owner: process.getuid?.() ?? 0 };
  return { keys: [], digest: undefined, directory, policyFile };
}

/** A package from there, with the signature that places of its kind keep. */
function signed(origin: Origin, { key } = a): FetchedPackage {
  const signature =
    origin.kind === 'oci'
      ? makeSignature(imageDigest, 'example.org/probes/opens', key)
      : { payload: bytes, signature: signBytes(bytes, key) };
  return fetched(origin, bytes, [signature]);
}

t.test('wherever it comes from, who signed it is told', async (t) => {
  for (const origin of [file, stdin, url, oci]) {
    t.same(
      await describeTrust(signed(origin), opened, { ...context(t), keys: [b.trusted, a.trusted] }),
      { signatures: 1, signer: a.trusted, why: undefined, refusal: undefined },
      origin.kind,
    );
    t.match(
      await describeTrust(signed(origin, b), opened, { ...context(t), keys: [a.trusted] }),
      {
        signatures: 1,
        signer: undefined,
        why: /no signature of it fits/,
        refusal: { code: 'package-invalid' },
      },
      'by somebody else',
    );
  }
});

t.test('what the network sends would be refused, what lies here would not', async (t) => {
  for (const origin of [file, stdin]) {
    const { refusal, signatures } = await describeTrust(fetched(origin), opened, context(t));
    t.same({ refusal, signatures }, { refusal: undefined, signatures: 0 }, origin.kind);
  }
  for (const origin of [url, oci]) {
    t.match(
      await describeTrust(fetched(origin, bytes), opened, context(t)),
      { signatures: 0, why: /no key is trusted/, refusal: { cure: /--key FILE.*--insecure/ } },
      origin.kind,
    );
    const digest = packageDigest(fetched(origin, bytes));
    const pinned = await describeTrust(fetched(origin, bytes), opened, { ...context(t), digest });
    t.equal(pinned.refusal, undefined, 'its digest was named');
  }
});

t.test('a digest of something else is told, not thrown', async (t) => {
  const digest = `sha256:${'0'.repeat(64)}`;
  t.match(await describeTrust(fetched(file), opened, { ...context(t), digest }), {
    refusal: { message: /its digest is sha256:/ },
  });
});

t.test('the policy counts: its keys, its demands, its rules', async (t) => {
  const keyed = policyContext(t, { keys: ['a.pub'], require_signature: true });
  t.match(await describeTrust(signed(stdin), opened, keyed), {
    signer: { name: join(keyed.directory, 'a.pub') },
    refusal: undefined,
  });
  t.match(await describeTrust(fetched(stdin), opened, keyed), {
    signer: undefined,
    refusal: { message: /it has no signature$/ },
  });
  const ruled = policyContext(t, { rules: { deny: ['helper:bpf_send_signal'] } });
  t.match(await describeTrust(fetched(file), opened, ruled), {
    refusal: { message: /calls bpf_send_signal, and the rule helper:bpf_send_signal denies it$/ },
  });
});

t.test('a policy that cannot be used refuses everything', async (t) => {
  const broken = policyContext(t, { unheard_of: 1 });
  t.match(await describeTrust(fetched(file), opened, broken), { refusal: { code: 'package-invalid' } });
});

t.test('a signature file that is none is no signature', async (t) => {
  const given = context(t);
  const directory = t.testdir({ 'package.json.sig': 'x'.repeat(20_000) });
  t.match(await describeTrust(fetched(file), opened, { ...given, directory }), {
    signatures: 0,
    signer: undefined,
    why: /larger than any signature/,
    unreadable: /larger than any signature/,
    refusal: undefined,
  });
});
