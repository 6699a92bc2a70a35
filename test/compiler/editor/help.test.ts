import t from 'tap';
import { editorHelp } from '../../../compiler/editor/help.js';

t.test('the help tells the options', async (t) => {
  t.match(String(editorHelp), /^Usage: tsecc editor \[options\] \[DIR\]\n/);
  for (const name of ['--vmlinux FILE', '--lang LANG', '-h, --help'])
    t.ok(String(editorHelp).includes(name), name);
});
