import { existsSync, readFileSync } from 'node:fs';
import t from 'tap';
import { BTF_MAGIC, BTF_VERSION, kindNames } from '../../../core/btf/constants.js';

const header = '/usr/include/linux/btf.h';

t.test(
  'kinds and magic are those of linux/btf.h',
  { skip: !existsSync(header) && `no ${header} here` },
  async (t) => {
    const text = readFileSync(header, 'utf8');
    const defined = [...text.matchAll(/BTF_KIND_(\w+)\s*=\s*(\d+)/g)].map(([, name, value]) => [
      name,
      Number(value),
    ]);
    t.ok(defined.length >= 18);
    for (const [name, value] of defined) {
      const ours = name === 'UNKN' ? 'void' : String(name).toLowerCase();
      t.equal(kindNames[Number(value)], ours, String(name));
    }
    t.match(text, new RegExp(`BTF_MAGIC\\s+0x${BTF_MAGIC.toString(16)}`, 'i'));
    t.match(text, new RegExp(`BTF_VERSION\\s+${BTF_VERSION}`));
  },
);
