import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { verdictText } from '../../../runtime/check/verdict-text.js';

t.test('each program has one line, in columns', async (t) => {
  const section = 'kprobe/x';
  t.equal(
    verdictText(
      [
        { program: 'a', section, verdict: 'ok', instructions: 57 },
        { program: 'older', section, verdict: 'ok', instructions: undefined },
        { program: 'b', section, verdict: 'refused', error: new TseccError('verifier-refused', 'x') },
        { program: 'c', section, verdict: 'unchecked' },
      ],
      String,
    ),
    `ok        a      (kprobe/x, 57 instructions verified)
ok        older  (kprobe/x)
refused   b      (kprobe/x)
unchecked c      (kprobe/x, where a refused program stands too)
`,
  );
});
