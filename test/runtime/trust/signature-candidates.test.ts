import t from 'tap';
import { signatureCandidates } from '../../../runtime/trust/signature-candidates.js';
import { fetched, origins } from '../../fixtures/trust.js';

const bytes = Buffer.from('a package');
const came = { payload: bytes, signature: 'Y2FtZQ==' };

t.test('what lies beside a file is a signature of its bytes, of a bundle of all of them', async (t) => {
  const directory = t.testdir({ 'package.json.sig': 'YmVzaWRl\n' });
  const beside = { payload: bytes, signature: 'YmVzaWRl' };
  t.same(await signatureCandidates(fetched(origins.file, bytes), { directory }), [beside]);
  const whole = Buffer.from('a bundle');
  t.same(await signatureCandidates({ ...fetched(origins.file, bytes), whole }, { directory }), [
    { ...beside, payload: whole },
  ]);
});

t.test('what came with a package stays', async (t) => {
  const directory = t.testdir({ other: 'b3RoZXI=' });
  for (const origin of [origins.stdin, origins.url, origins.oci]) {
    const given = fetched(origin, bytes, [came]);
    t.same(await signatureCandidates(given, { directory }), [came], origin.kind);
    t.same(await signatureCandidates(given, { directory, signatureFile: 'other' }), [
      came,
      { payload: bytes, signature: 'b3RoZXI=' },
    ]);
  }
});

t.test('a file that was named has to be there, one beside the package has not', async (t) => {
  const directory = t.testdir({});
  t.same(await signatureCandidates(fetched(origins.file), { directory }), []);
  await t.rejects(signatureCandidates(fetched(origins.file), { directory, signatureFile: 'none' }), {
    message: "trust 'package.json': there is no signature file 'none'",
    exitCode: 7,
  });
});
