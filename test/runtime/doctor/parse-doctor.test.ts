import t from 'tap';
import { parseDoctor } from '../../../runtime/doctor/parse-doctor.js';

t.test('options stand on both sides of the package', async (t) => {
  t.same(parseDoctor(['--json', 'p.json', '--lab=6.1']), {
    package: 'p.json',
    json: true,
    lab: '6.1',
    language: undefined,
    help: false,
    quiet: false,
    network: { caFile: undefined, plainHttp: false },
  });
  t.match(parseDoctor(['--lab', '--lang', 'zh']), {
    package: undefined,
    json: false,
    lab: '',
    language: 'zh',
  });
  t.match(parseDoctor(['h/a', '--ca-file=ca.pem', '--plain-http']), {
    network: { caFile: 'ca.pem', plainHttp: true },
  });
  t.match(parseDoctor(['-h']), { help: true, lab: undefined });
});

t.test('what makes no sense is a usage error', async (t) => {
  t.throws(() => parseDoctor(['--exec', 'x']), {
    code: 'usage',
    message: 'doctor: --exec is of no use here',
  });
  t.throws(() => parseDoctor(['a', 'b']), { code: 'usage', message: "doctor: 'b' is one word too many" });
  t.throws(() => parseDoctor(['--jsom']), { code: 'usage', cure: 'did you mean --json?' });
});
