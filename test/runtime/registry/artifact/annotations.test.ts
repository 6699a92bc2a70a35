import t from 'tap';
import { openPackage } from '../../../../core/package/open.js';
import type { OpenedPackage } from '../../../../core/package/types.js';
import {
  bundleFileName,
  objectFileName,
  packageAnnotations,
} from '../../../../runtime/registry/artifact/annotations.js';
import { tracingPackage } from '../../../fixtures/tracing-package.js';

const opened = openPackage(tracingPackage());

function called(obj_name: string): OpenedPackage {
  const { bpf_skel } = opened.manifest.meta;
  return { ...opened, manifest: { ...opened.manifest, meta: { bpf_skel: { ...bpf_skel, obj_name } } } };
}

t.test('what people see of a package', async (t) => {
  t.same(packageAnnotations(opened), {
    'org.opencontainers.image.title': 'tracepoint',
    'org.opencontainers.image.description': 'Tells of files.',
  });
});

t.test('the file name of the object holds nothing of a path', async (t) => {
  t.equal(objectFileName(opened), 'tracepoint.bpf.o');
  t.equal(objectFileName(called('../../etc/passwd')), '_etc_passwd.bpf.o');
  t.equal(objectFileName(called('')), 'object.bpf.o');
  t.equal(bundleFileName(called('../x_bpf')), '_x.tar');
});
