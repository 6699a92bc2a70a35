import t from 'tap';
import { noHeaders, readHeaders } from '../../../compiler/clang/headers.js';

t.test('names are read from the first directory that has the header', async (t) => {
  const dir = t.testdir({
    first: {
      'vmlinux.h':
        'struct task_struct {\n\tint pid;\n\tunion {\n\t\tint a[4];\n\t\tvoid (*f)(int);\n\t};\n\tint flag: 1;\n};\nstruct other {\n\tint x;\n};\n',
    },
    second: {
      'vmlinux.h': 'struct none {\n};\n',
      bpf: {
        'bpf_helper_defs.h':
          'static long (*bpf_map_delete_elem)(void *map, const void *key) = (void *) 3;\nstatic __u64 (* const bpf_new)(void) = (void *) 4;\n',
        'bpf_helpers.h': '',
      },
      tsecc: { 'tsecc.h': '' },
    },
  });
  const headers = readHeaders('#include <bpf/bpf_helpers.h>\n# include "x.h"\n', [
    `${dir}/first`,
    `${dir}/second`,
  ]);
  t.same(headers.structs(), ['task_struct', 'other']);
  t.same(headers.fields('task_struct'), ['pid', 'a', 'f', 'flag']);
  t.same(headers.fields('none'), []);
  t.same(headers.helpers(), ['bpf_map_delete_elem', 'bpf_new']);
  t.equal(headers.prototype('bpf_map_delete_elem'), 'long bpf_map_delete_elem(void *map, const void *key)');
  t.same(headers.names().toSorted(), [
    'bpf/bpf_helper_defs.h',
    'bpf/bpf_helpers.h',
    'tsecc/tsecc.h',
    'vmlinux.h',
  ]);
  t.ok(headers.included('x.h'));
  t.notOk(headers.included('y.h'));
});

t.test('where there is nothing, nothing is known', async (t) => {
  for (const headers of [noHeaders, readHeaders('', ['/nowhere'])]) {
    t.same([headers.helpers(), headers.structs(), headers.fields('x')], [[], [], []]);
    t.equal(headers.prototype('x'), undefined);
  }
});
