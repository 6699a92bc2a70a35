import t from 'tap';
import { doctorHelp } from '../../../runtime/doctor/help.js';

t.test('the help tells the options', async (t) => {
  t.match(String(doctorHelp), /^Usage: tsecli doctor \[options\] \[PACKAGE\]\n/);
  for (const name of ['-j, --json', '--lab[=KERNEL]', '--lang LANG', '-h, --help'])
    t.ok(String(doctorHelp).includes(name), name);
});
