import t from 'tap';
import { renderHelp } from '../../../runtime/arguments/render-help.js';
import { argumentsOfEvents, metaOf } from '../../fixtures/arguments.js';
import { record, text, typeOf, u32 } from '../../fixtures/shapes.js';

t.test('shows what a program is, takes and sends', async (t) => {
  const wanted = new Set(['verbose', 'target_pid', 'target_comm', 'wanted']);
  const found = argumentsOfEvents([
    { name: 'target_pid', cmdarg: { long: 'pid', short: 'p', help: 'only this process\n0 for all' } },
    { name: 'target_comm', value: '' },
  ]).filter(({ variable }) => wanted.has(variable));
  const meta = metaOf();
  const doc = { brief: 'Counts events', version: '1.2', details: 'One line.\nAnother.' };
  t.equal(
    renderHelp({
      meta: { ...meta, bpf_skel: { ...meta.bpf_skel, doc } },
      arguments: found,
      events: [typeOf({ pid: u32, at: record({ comm: text(16) }) })],
      programs: [{ name: 'count', section: 'kprobe/do_unlinkat' }],
    }),
    `events_bpf 1.2
Counts events
One line.
Another.

Arguments:
      --verbose, --no-verbose  (default true)
  -p, --pid <pid_type>         only this process
                               0 for all (default 7)
      --target_comm <char[8]>  (default "")
      --wanted <enum state>    (one of RUNNING, SLEEPING, STOPPED; default SLEEPING)
  -h, --help                   show this help
      --version                show the program's version

Event struct event:
  pid      integer
  at.comm  text

Programs:
  count  kprobe/do_unlinkat
`,
  );
});

t.test('leaves out what there is not, and makes control characters visible', async (t) => {
  t.equal(
    renderHelp({ meta: { bpf_skel: { obj_name: 'x\x1b[2J' } }, arguments: [], events: [], programs: [] }),
    `x\\x1b[2J

Arguments:
  -h, --help     show this help
      --version  show the program's version
`,
  );
});
