import t from 'tap';
import { readShell } from '../../../core/options/read-shell.js';

t.test('a shell is named, and nothing else but a language', async (t) => {
  t.equal(readShell('tsecc', ['bash']), 'bash');
  t.equal(readShell('tsecc', ['--lang', 'zh', 'fish']), 'fish');
  t.equal(readShell('tsecc', ['zsh', '--lang=zh']), 'zsh');
  const wrong = { code: 'usage', exitCode: 2 };
  t.throws(() => readShell('tsecc', []), { ...wrong, cure: 'for instance source <(tsecc completion bash)' });
  t.throws(() => readShell('tsecc', ['bash', 'zsh']), wrong);
  t.throws(() => readShell('tsecc', ['bsh']), { ...wrong, message: /none for bsh/, cure: /^nearest: / });
  t.throws(() => readShell('tsecc', ['powershell']), { ...wrong, cure: 'one of bash, zsh, fish' });
});
