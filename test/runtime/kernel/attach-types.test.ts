import { readFileSync } from 'node:fs';
import t from 'tap';
import { attachTypes } from '../../../runtime/kernel/attach-types.js';

const header = '/usr/include/linux/bpf.h';

t.test('hooks have the numbers of linux/bpf.h, as far as this one knows them', async (t) => {
  const text = /enum bpf_attach_type \{([^}]*)\}/.exec(readFileSync(header, 'utf8'))?.[1] ?? '';
  const names: readonly string[] = text.match(/\bBPF_\w+/g) ?? [];
  t.ok(names.length > 36);
  for (const [name, number] of Object.entries(attachTypes)) {
    const index = names.indexOf(name);
    if (index >= 0) t.equal(number, index, name);
    else t.ok(number >= names.length - 1, `${name} is newer`);
  }
});
