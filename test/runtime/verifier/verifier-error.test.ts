import t from 'tap';
import { VerifierError } from '../../../runtime/verifier/verifier-error.js';
import { explained } from '../../fixtures/verifier/explained.js';

t.test('a refusal is an error of its own, at its line, with the cure', async (t) => {
  t.match(new VerifierError(explained('null-map-value'), { log: 'x' }), {
    code: 'verifier-refused',
    message:
      /^load 'handle': the verifier refused it at null-map-value\.bpf\.c:20: bpf_map_lookup_elem\(\) gives NULL/,
    cure: 'test it first: if (!value) return 0;',
    log: 'x',
  });
  t.match(
    new VerifierError({ ...explained('null-map-value'), place: undefined }, { log: '' }).message,
    /refused it: bpf_map/,
  );
});

t.test('what the kernel lacks is the kernel that cannot, and the lab may help', async (t) => {
  t.match(new VerifierError(explained('missing-field'), { log: '' }), {
    code: 'kernel-cannot',
    message: /field favourite_number of struct task_struct/,
    cure: /bpf_core_field_exists.*; or use --lab with a newer kernel/,
  });
});
