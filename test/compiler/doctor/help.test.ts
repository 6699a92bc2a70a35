import t from 'tap';
import { doctorHelp } from '../../../compiler/doctor/help.js';

t.test('the help tells the options', async (t) => {
  t.match(String(doctorHelp), /^Usage: tsecc doctor \[options\]\n/);
  for (const name of ['--json', '--lang LANG', '-h, --help']) t.ok(String(doctorHelp).includes(name), name);
});
