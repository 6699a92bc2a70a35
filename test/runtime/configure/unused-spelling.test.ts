import t from 'tap';
import { parseSection } from '../../../core/object/program-kinds.js';
import { unusedSpelling } from '../../../runtime/configure/unused-spelling.js';

t.test('a name that nobody has stays as it is', async (t) => {
  t.equal(unusedSpelling('kprobe/vfs_read', new Set(['kprobe/vfs_write'])), 'kprobe/vfs_read');
});

t.test('another spelling means the same', async (t) => {
  const used = new Set(['kprobe/f', 'kprobe/f+0', 'kretprobe/f', 'tp/a/b', 'raw_tracepoint/x']);
  for (const section of ['kprobe/f', 'kretprobe/f', 'tp/a/b', 'raw_tracepoint/x']) {
    const other = unusedSpelling(section, used) ?? '';
    t.notOk(used.has(other), `${section} as ${other}`);
    const [first, second] = [parseSection(section), parseSection(other)];
    t.same({ ...second, section: '' }, { ...first, section: '' });
  }
});

t.test('some sections can be written in one way only', async (t) => {
  for (const section of ['fentry/f', 'xdp', 'kprobe/f+0x10', 'constructor/x']) {
    t.equal(unusedSpelling(section, new Set([section])), undefined, section);
  }
  t.equal(unusedSpelling('tp/a/b', new Set(['tp/a/b', 'tracepoint/a/b'])), undefined);
});
