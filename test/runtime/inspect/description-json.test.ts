import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { describePackage } from '../../../runtime/inspect/describe.js';
import { descriptionJson } from '../../../runtime/inspect/description-json.js';
import type { TrustDescription } from '../../../runtime/inspect/describe-trust.js';
import { fingerprintOf } from '../../../runtime/trust/fingerprint.js';
import { openedOf } from '../../fixtures/opened.js';
import { testKey } from '../../fixtures/trust.js';

const description = describePackage(openedOf('powers'));
const nobody: TrustDescription = {
  signatures: 0,
  signer: undefined,
  why: undefined,
  unreadable: undefined,
  refusal: undefined,
};

function jsonOf(trust: Partial<TrustDescription>) {
  const facts = { origin: 'url', size: 7, digest: 'sha256:00', bundle: undefined } as const;
  const text = descriptionJson(description, { ...facts, trust: { ...nobody, ...trust } });
  return { text, value: JSON.parse(text) };
}

t.test('every member about trust is there, whatever is known', async (t) => {
  const { value } = jsonOf({});
  t.same(value.trust, { signatures: 0, signedBy: null, unsigned: null, runs: true, refusal: null });
  t.match(value, { origin: 'url', size: 7, digest: 'sha256:00', bundle: null, programs: Array });
  const key = testKey('a').trusted;
  const refusal = new TseccError('package-invalid', message`trust 'x': no`, { cure: message`do this` });
  const why = message`it has no signature`;
  t.same(jsonOf({ signatures: 1, signer: key, why, refusal }).value.trust, {
    signatures: 1,
    signedBy: { key: 'a', fingerprint: fingerprintOf(key.key) },
    unsigned: 'it has no signature',
    runs: false,
    refusal: { message: "trust 'x': no", cure: 'do this' },
  });
});

t.test('nothing in it acts on a terminal', async (t) => {
  const evil = 'a\u202e\u0085\u001bb';
  const { text, value } = jsonOf({ refusal: new TseccError('package-invalid', message`${evil}`) });
  t.notMatch(text, /[\u202e\u0085\u001b]/);
  t.equal(value.trust.refusal.message, evil);
});
