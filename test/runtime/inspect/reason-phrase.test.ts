import t from 'tap';
import { codeFeatures } from '../../../core/object/code-features.js';
import { chinese } from '../../../core/languages/zh.js';
import { translator } from '../../../core/message.js';
import { reasonPhrase } from '../../../runtime/inspect/reason-phrase.js';
import type { Reason } from '../../../runtime/inspect/types.js';

const reason = (why: Reason['for'], what: string, of: readonly string[] = ['p', 'q']): string =>
  String(reasonPhrase({ linux: '5.8', for: why, what, of }));

t.test('each reason is said with who needs it', async (t) => {
  t.equal(reason('kind', 'xdp'), 'programs of the kind xdp (p, q)');
  t.equal(reason('helper', 'bpf_loop'), 'the helper bpf_loop (p, q)');
  t.equal(reason('kernel function', 'bpf_throw'), "the kernel's function bpf_throw (p, q)");
  t.equal(reason('map', 'ringbuf', ['m']), 'maps of the type ringbuf (m)');
  t.equal(reason('sleepable', 'fentry.s/f'), 'programs that sleep (p, q)');
  t.equal(reason('variables', '.rodata'), 'global variables (.rodata)');
  t.equal(reason('types', 'BTF', []), 'types of the kernel (BTF), to fit accesses to them');
  t.equal(reason('types', 'BTF'), 'types of the kernel (BTF), for p, q');
});

t.test('features of the code have words in each language', async (t) => {
  const translate = translator(chinese);
  for (const what of Object.keys(codeFeatures)) {
    t.equal(reason('code', what, ['xdp']), `code with ${what} (xdp)`);
    const said = translate(reasonPhrase({ linux: '5.3', for: 'code', what, of: ['xdp'] }));
    if (what !== 'may_goto') t.notMatch(said, what);
  }
});
