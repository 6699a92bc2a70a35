import t from 'tap';
import { initHelp } from '../../../compiler/init/help.js';

t.test('the help tells the options and the templates', async (t) => {
  const text = String(initHelp('  kprobe  files'));
  t.match(text, /^Usage: tsecc init \[options\] \[TEMPLATE\] \[DIR\]\n/);
  for (const name of ['--list', '--name NAME', '--lang LANG', '-h, --help']) t.ok(text.includes(name), name);
  t.match(text, /\nTemplates:\n {2}kprobe {2}files\n/);
});
