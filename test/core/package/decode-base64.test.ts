import * as fc from 'fast-check';
import t from 'tap';
import { decodeBase64 } from '../../../core/package/decode-base64.js';

t.test('it gives back what was encoded', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        return Buffer.from(bytes).equals(decodeBase64(Buffer.from(bytes).toString('base64')));
      }),
    ),
  );
});

t.test('what a lenient decoder would skip is refused with its place', async (t) => {
  const cases: [string, string | RegExp][] = [
    ['AB\nCDEF=', 'open package: /bpf_object: character 2 is not base64'],
    ['AB-_', 'open package: /bpf_object: character 2 is not base64'],
    ['A=BC', 'open package: /bpf_object: character 1 is not base64'],
    ['A===', 'open package: /bpf_object: character 1 is not base64'],
    ['ABCDE', 'open package: /bpf_object: base64 of 5 characters is not whole'],
    ['AAAAAB==', 'open package: /bpf_object: base64 ends in stray bits at character 4'],
  ];
  for (const [text, message] of cases)
    t.throws(() => decodeBase64(text), { message, code: 'package-invalid' }, text);
});
