import t from 'tap';
import { findTsecli } from '../../../compiler/toolchain/lab-btf.js';

t.test(
  'tsecli is found from the bundle, from a chunk of it, from the built library and from the sources',
  async (t) => {
    const dir = t.testdir({
      dist: { bin: { 'tsecli.js': '', chunks: {} }, compiler: { toolchain: {} } },
      compiler: {},
    });
    for (const from of ['dist/bin', 'dist/bin/chunks', 'dist/compiler/toolchain', 'compiler']) {
      t.equal(findTsecli(`${dir}/${from}`), `${dir}/dist/bin/tsecli.js`, from);
    }
  },
);

t.test('without tsecli there is none', async (t) => {
  t.equal(findTsecli('/usr/lib'), undefined);
});
