import { createHash } from 'node:crypto';
import t from 'tap';
import { describePackage } from '../../../runtime/inspect/describe.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { openedOf } from '../../fixtures/opened.js';

t.test('a package is described whole', async (t) => {
  const opened = openedOf('powers', {
    bpf_skel: { obj_name: 'powers_bpf', doc: { description: 'About.' } },
    eunomia_version: '0.3.4',
  });
  t.match(describePackage(opened), {
    name: 'powers_bpf',
    about: 'About.',
    license: 'GPL',
    arguments: [{ name: 'signal_number', type: 'int', default: '9' }],
    needs: { linux: '6.2' },
    builder: { tsecc: undefined, eunomia: '0.3.4' },
    objectSize: objectBytes('powers').length,
    objectDigest: `sha256:${createHash('sha256').update(objectBytes('powers')).digest('hex')}`,
  });
  t.equal(describePackage(openedOf('powers')).about, undefined);
});

t.test('a manifest that lies is refused', async (t) => {
  const opened = openedOf('powers', {
    bpf_skel: { obj_name: 'x', progs: [{ name: 'jump', attach: 'xdp', link: true }] },
  });
  t.throws(() => describePackage(opened), { code: 'package-invalid', exitCode: 7 });
});
