import t from 'tap';
import type { FetchedPackage, Origin } from '../../../runtime/source/types.js';
import { packageDigest } from '../../../runtime/trust/check-digest.js';
import { makeSignature } from '../../../runtime/trust/make-signature.js';
import { requireTrust, type TrustOptions } from '../../../runtime/trust/require-trust.js';
import { signBytes } from '../../../runtime/trust/sign.js';
import { fetched, imageDigest, origins, testKey } from '../../fixtures/trust.js';

const [a, b] = [testKey('a'), testKey('b')];
const bytes = Buffer.from('a package');
const directory = t.testdir({});

const noPolicy: TrustOptions = {
  ...{ policy: undefined, keys: [], digest: undefined, insecure: false, directory },
};
const policy = { path: '/p', keys: [a.trusted], requireSignature: false, locked: false, rules: {} };
const strict = { ...policy, requireSignature: true };
const locked = { ...policy, locked: true };

/** A package from there that this key signed. */
function signed(origin: Origin, { key } = a): FetchedPackage {
  const made =
    origin.kind === 'oci'
      ? makeSignature(imageDigest, 'example.org/probes/opens', key)
      : { payload: bytes, signature: signBytes(bytes, key) };
  return fetched(origin, bytes, [made]);
}

const ask = (given: FetchedPackage, options: Partial<TrustOptions> = {}) =>
  requireTrust(given, { ...noPolicy, ...options });
const { file, stdin, url, oci } = origins;
const locals = [file, stdin];
const remotes = [url, oci];
const refused = { code: 'package-invalid', exitCode: 7 };

t.test('what lies here runs by itself; what the network sends does not', async (t) => {
  for (const origin of locals) t.same(await ask(fetched(origin)), { kind: 'local' }, origin.kind);
  for (const origin of remotes) {
    await t.rejects(ask(fetched(origin)), { ...refused, message: /: no key is trusted here$/ }, origin.kind);
    await t.rejects(ask(signed(origin)), refused, 'a signature of somebody');
    await t.rejects(ask(fetched(origin), { policy }), { ...refused, message: /: it has no signature$/ });
  }
});

t.test('a trusted signature, a pinned digest or --insecure lets it through', async (t) => {
  for (const origin of remotes) {
    const keyed = { kind: 'signed', key: a.trusted };
    t.same(await ask(signed(origin), { keys: [a.trusted] }), keyed, origin.kind);
    t.same(await ask(signed(origin), { policy }), keyed);
    const digest = packageDigest(signed(origin));
    t.same(await ask(fetched(origin, bytes), { digest }), { kind: 'pinned' });
    t.same(await ask(fetched(origin), { insecure: true }), { kind: 'insecure' });
    t.same(await ask(signed(origin), { policy, insecure: true }), keyed, 'nothing is loud that needs not be');
  }
});

t.test('a wrong key, changed bytes and the digest of something else do not', async (t) => {
  for (const origin of remotes) {
    for (const keys of [{ keys: [b.trusted] }, { policy: { ...policy, keys: [b.trusted] } }]) {
      await t.rejects(
        ask(signed(origin), keys),
        { ...refused, message: /no signature of it fits/ },
        origin.kind,
      );
    }
    const digest = `sha256:${'0'.repeat(64)}`;
    await t.rejects(ask(signed(origin), { digest, policy, insecure: true }), {
      ...refused,
      message: /its digest is/,
    });
  }
  const changed = { ...signed(url), bytes: Buffer.from('A package') };
  await t.rejects(ask(changed, { policy }), { ...refused, message: /that of another package$/ });
  const replayed = { ...signed(oci), origin: { ...oci, digest: `sha256:${'1'.repeat(64)}` } as Origin };
  await t.rejects(ask(replayed, { policy }), { ...refused, message: /that of another package$/ });
});

t.test('a key that is named must have signed what lies here, too', async (t) => {
  await t.rejects(ask(fetched(file), { keys: [a.trusted] }), {
    ...refused,
    message: /: it has no signature$/,
  });
  await t.rejects(ask(signed(stdin), { keys: [b.trusted] }), refused);
  t.same(await ask(signed(stdin), { keys: [b.trusted, a.trusted] }), { kind: 'signed', key: a.trusted });
});

t.test("a file's signature lies beside it, or where it is named", async (t) => {
  const signature = signBytes(bytes, a.key);
  const here = t.testdir({ 'package.json.sig': signature, other: signature, wrong: signBytes(bytes, b.key) });
  const options = { keys: [a.trusted], directory: here };
  const given = fetched(file, bytes);
  t.match(await ask(given, options), { kind: 'signed' });
  t.match(await ask(fetched(stdin, bytes), { ...options, signatureFile: 'other' }), { kind: 'signed' });
  await t.rejects(ask(given, { ...options, signatureFile: 'wrong' }), refused);
  await t.rejects(ask(given, { ...options, signatureFile: 'none' }), {
    ...refused,
    message: "trust 'package.json': there is no signature file 'none'",
  });
});

t.test('a policy that requires signatures has one for everything', async (t) => {
  for (const origin of [...locals, ...remotes]) {
    t.match(await ask(signed(origin), { policy: strict }), { kind: 'signed' }, origin.kind);
    await t.rejects(ask(fetched(origin, bytes), { policy: strict }), refused);
    const digest = packageDigest(fetched(origin, bytes));
    await t.rejects(
      ask(fetched(origin, bytes), { policy: strict, digest }),
      refused,
      'its digest is not enough',
    );
    t.match(await ask(fetched(origin), { policy: strict, insecure: true }), { kind: 'insecure' });
  }
});

t.test('a locked policy cannot be loosened', async (t) => {
  for (const origin of [...locals, ...remotes]) {
    await t.rejects(
      ask(signed(origin), { policy: locked, insecure: true }),
      { ...refused, message: /--insecure is not for this host: its policy '\/p' is locked$/ },
      origin.kind,
    );
  }
  for (const origin of remotes) {
    await t.rejects(
      ask(signed(origin, b), { policy: locked, keys: [b.trusted] }),
      refused,
      'a key of the user',
    );
    t.match(await ask(signed(origin, b), { policy, keys: [b.trusted] }), { key: b.trusted }, 'not locked');
    t.match(await ask(signed(origin), { policy: locked, keys: [a.trusted] }), { key: a.trusted });
  }
  const lockedStrict = { ...strict, locked: true };
  await t.rejects(ask(signed(stdin, b), { policy: lockedStrict, keys: [b.trusted] }), refused);
});
