import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { trustPhrases } from '../../../runtime/inspect/trust-phrases.js';
import { fingerprintOf } from '../../../runtime/trust/fingerprint.js';
import { testKey } from '../../fixtures/trust.js';

const nobody = {
  signatures: 0,
  signer: undefined,
  why: undefined,
  unreadable: undefined,
  refusal: undefined,
};

t.test('who signed is told by name and fingerprint', async (t) => {
  const { trusted } = testKey('cosign.pub');
  t.same(trustPhrases({ ...nobody, signatures: 1, signer: trusted }).map(String), [
    `signed by 'cosign.pub' (${fingerprintOf(trusted.key)}), which is trusted here`,
  ]);
});

t.test('a signature that proves nothing is told apart from none', async (t) => {
  t.same(trustPhrases(nobody).map(String), ['not signed']);
  t.same(trustPhrases({ ...nobody, why: message`no key is trusted here` }).map(String), ['not signed']);
  t.same(trustPhrases({ ...nobody, signatures: 1, why: message`no key is trusted here` }).map(String), [
    'signed, but not by whom this host trusts: no key is trusted here',
  ]);
});

t.test('a signature that cannot be read is not taken for none', async (t) => {
  const why = message`'package.json.sig' is no signature`;
  t.same(trustPhrases({ ...nobody, why, unreadable: why }).map(String), [
    "its signature cannot be read: 'package.json.sig' is no signature",
  ]);
});

t.test('what a run says comes last, with its cure', async (t) => {
  const refusal = new TseccError('package-invalid', message`trust 'x': no`, { cure: message`--key FILE` });
  t.equal(
    String(trustPhrases({ ...nobody, refusal }).at(-1)),
    "a run on this host refuses it: trust 'x': no (--key FILE)",
  );
});
