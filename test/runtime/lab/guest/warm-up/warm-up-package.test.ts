import t from 'tap';
import { readObject } from '../../../../../core/object/read-object.js';
import { openPackage } from '../../../../../core/package/open.js';
import { warmUpPackage } from '../../../../../runtime/lab/guest/warm-up/warm-up-package.js';

t.test('the package is one that tsecli takes: a kprobe and a kretprobe that print', async (t) => {
  const { object, manifest } = openPackage(Buffer.from(warmUpPackage));
  const { programs } = readObject(object);
  t.same(
    programs.map(({ section }) => section),
    ['kprobe/do_unlinkat', 'kretprobe/do_unlinkat'],
  );
  const BPF_FUNC_trace_printk = 6;
  for (const { helpers } of programs) t.ok(helpers.includes(BPF_FUNC_trace_printk));
  for (const { name, section } of programs)
    t.match(manifest.meta.tsecc?.programs?.[name], {
      kind: section.split('/')[0],
      helpers: [BPF_FUNC_trace_printk],
      fallback: [/^k(?:ret)?probe\/filename_unlinkat$/],
    });
});
