import t from 'tap';
import { objectName, runName } from '../../runtime/run-names.js';
import { openFixture } from '../fixtures/kernel/packages.js';

t.test('no two runs have one name, and none has a dot', async (t) => {
  t.match(runName(), new RegExp(`^${process.pid}-\\w+$`));
  t.not(runName(), runName());
});

t.test("an object's name is one that libbpf and bpffs take", async (t) => {
  const opened = openFixture('tracepoint');
  const named = (obj_name: string) => {
    const { meta } = opened.manifest;
    const manifest = { ...opened.manifest, meta: { ...meta, bpf_skel: { ...meta.bpf_skel, obj_name } } };
    return objectName({ ...opened, manifest });
  };
  t.equal(named('a.b-c'), 'a_b_c');
  t.equal(named(''), 'object');
  t.equal(named('x'.repeat(99)).length, 60);
});
