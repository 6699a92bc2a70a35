import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { readPolicy } from '../../../runtime/policy/read-policy.js';
import { testKey } from '../../fixtures/trust.js';

const owner = process.getuid?.() ?? 0;
const { pem } = testKey('a');

function read(t: Test, policy: unknown, more: Record<string, string> = {}) {
  const directory = t.testdir({ 'policy.json': JSON.stringify(policy), ...more });
  chmodSync(directory, 0o755);
  for (const name of ['policy.json', ...Object.keys(more)]) chmodSync(join(directory, name), 0o644);
  return readPolicy({ path: join(directory, 'policy.json'), owner });
}

t.test('an empty policy demands nothing', async (t) => {
  t.match(read(t, {}), { keys: [], requireSignature: false, locked: false, rules: {} });
});

t.test('keys lie beside it', async (t) => {
  const policy = read(t, { keys: ['a.pub'], require_signature: true, locked: true }, { 'a.pub': pem });
  t.match(policy, { requireSignature: true, locked: true });
  t.equal(policy.keys[0]?.key.export({ type: 'spki', format: 'pem' }), pem);
  t.match(policy.keys[0]?.name, /\/a\.pub$/);
});

t.test('a key that is not there or is none makes the whole policy invalid', async (t) => {
  t.throws(() => read(t, { keys: ['a.pub'] }), {
    code: 'package-invalid',
    message: /^read policy '.*policy\.json': \/keys\/0: read '.*a\.pub': no such file or directory$/,
  });
  t.throws(() => read(t, { keys: ['b.pub', 'a.pub'] }, { 'b.pub': pem, 'a.pub': 'text' }), {
    code: 'package-invalid',
    message: /\/keys\/1: read key '.*a\.pub': it is no PEM file$/,
  });
});

t.test('a key that others can write is no better than a policy that they can', async (t) => {
  const directory = t.testdir({ 'policy.json': '{"keys":["a.pub"]}', 'a.pub': pem });
  const path = join(directory, 'policy.json');
  chmodSync(directory, 0o755);
  chmodSync(path, 0o644);
  chmodSync(join(directory, 'a.pub'), 0o666);
  t.throws(() => readPolicy({ path, owner }), { message: /a\.pub': it can be written by others/ });
  chmodSync(path, 0o666);
  t.throws(() => readPolicy({ path, owner }), {
    code: 'package-invalid',
    message: `read policy '${path}': it can be written by others than its owner`,
    cure: 'chown root, chmod go-w, or remove it',
  });
  t.throws(() => readPolicy({ path, owner: owner + 1 }), { message: /belongs to user/ });
});

t.test('a rule that is none is told', async (t) => {
  t.throws(() => read(t, { rules: { deny: ['helper'] } }), {
    code: 'package-invalid',
    message: /^read policy '.*': \/rules: read rule 'helper': it is not of the form SUBJECT:PATTERN$/,
  });
});
