import t from 'tap';
import { parseEditor } from '../../../compiler/editor/parse-editor.js';

t.test('the folder and options', async (t) => {
  t.match(parseEditor([]), { directory: '.', vmlinux: undefined, help: false });
  t.match(parseEditor(['src', '--vmlinux', 'v.h', '--lang', 'zh', '-h']), {
    directory: 'src',
    vmlinux: 'v.h',
    language: 'zh',
    help: true,
  });
  t.throws(() => parseEditor(['a', 'b']), { code: 'usage', message: "editor: 'b' is one word too many" });
  t.throws(() => parseEditor(['--vmlinx', 'x']), { code: 'usage', cure: 'nearest: --vmlinux' });
});
