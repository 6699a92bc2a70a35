import fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { parsePolicy } from '../../../core/policy/parse-policy.js';

const parse = (text: string) => parsePolicy(Buffer.from(text), '/p.json');

t.test('a policy is read as it stands; an empty one says nothing', async (t) => {
  const policy = {
    $schema: 'x',
    keys: ['a.pub'],
    require_signature: true,
    locked: true,
    rules: { allow: ['kind:xdp'], deny: ['helper:bpf_probe_write_user'] },
  };
  t.same(parse(JSON.stringify(policy)), policy);
  t.same(parse('{}'), {});
});

t.test('what is wrong is told with its place', async (t) => {
  const cases = [
    ['{"lockd": true}', '/lockd: a policy has no such key'],
    ['{"rules": {"denny": []}}', '/rules/denny: a policy has no such key'],
    ['{"__proto__": {"locked": true}}', '/__proto__: a policy has no such key'],
    ['{"locked": "yes"}', '/locked: must be boolean'],
    ['{"keys": [1]}', '/keys/0: must be string'],
    ['{"keys": [""]}', '/keys/0: must NOT have fewer than 1 characters'],
    ['[]', 'the whole: must be object'],
    ['{"locked": true,\n "keys": [}', 'line 2 is not JSON'],
    ['', 'line 1 is not JSON'],
  ] as const;
  for (const [text, why] of cases) {
    t.throws(() => parse(text), { code: 'package-invalid', message: `read policy '/p.json': ${why}` }, text);
  }
  t.throws(() => parsePolicy(Buffer.from([0x7b, 0xff]), '/p.json'), {
    message: "read policy '/p.json': byte 1 is not UTF-8 text",
  });
});

t.test('no bytes bring another error', async (t) => {
  const text = Buffer.from('{"keys": ["a"], "locked": true, "rules": {"deny": ["kind:xdp"]}}');
  const property = fc.property(fc.nat(text.length - 1), fc.nat(255), (at, byte) => {
    const bytes = Uint8Array.from(text);
    bytes[at] = byte;
    try {
      parsePolicy(bytes, '/p.json');
      return true;
    } catch (error) {
      return error instanceof TseccError && error.code === 'package-invalid';
    }
  });
  t.doesNotThrow(() => fc.assert(property));
});
