import t from 'tap';
import type { OpenedPackage, PackageMeta } from '../../../core/package/types.js';
import { answerProgram } from '../../../runtime/session/answer-program.js';
import { openEccFixture } from '../../fixtures/ecc/packages.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

t.test('help shows what it is, its arguments, its events and its programs', async (t) => {
  t.equal(
    answerProgram(openEccFixture('everything'), 'help'),
    `everything_bpf 1.2.3
Counts what is opened

Arguments:
      --level <signed char>         (default -3)
      --port <unsigned short>       (default 80)
      --limit <unsigned long long>  largest (default 18446744073709551615)
      --ratio <float>               (default 0.5)
      --targets <int[3]>            (default 1,2,0)
      --wanted <enum state>         (one of RUNNING, SLEEPING, STOPPED; default SLEEPING)
      --cfg.port <unsigned short>   (default 8080)
      --cfg.quiet, --no-cfg.quiet   (default false)
  -p, --pid <int>                   Process to trace
                                    0 for all (default 0)
      --verbose, --no-verbose       (default false)
  -c, --comm <char[16]>             (default "")
      --total <unsigned long long>  (default 0)
  -h, --help                        show this help
      --version                     show the program's version

Event struct event:
  pid   __u32
  comm  char[16]

Event struct gone:
  pid   __u32
  code  int

Programs:
  on_open  tracepoint/syscalls/sys_enter_openat
`,
  );
});

t.test('a package of ecc with nulls and nothing in it answers as well', async (t) => {
  t.equal(
    answerProgram(openFixture('tracepoint'), 'help'),
    `tracepoint_bpf

Arguments:
  -h, --help     show this help
      --version  show the program's version

Programs:
  on_unlinkat  tracepoint/syscalls/sys_enter_unlinkat
`,
  );
  const { manifest, object } = openFixture('tracepoint');
  const meta: PackageMeta = {
    bpf_skel: { obj_name: 'x', doc: null, data_sections: null, maps: null, progs: null },
    export_types: null,
  };
  const nulls: OpenedPackage = { manifest: { ...manifest, meta }, object };
  t.match(answerProgram(nulls, 'help'), /^x\n\nArguments:/);
});

t.test('its version', async (t) => {
  t.equal(answerProgram(openEccFixture('everything'), 'version'), 'everything_bpf 1.2.3\n');
  t.equal(answerProgram(openFixture('tracepoint'), 'version'), 'tracepoint_bpf has no version\n');
});
