import { readFileSync } from 'node:fs';
import t from 'tap';
import { bundleFiles } from '../../../../runtime/lab/image/bundle-files.js';

/** A program as the build writes it: the loader, with where it begins. */
const program = (entry: string): string =>
  readFileSync('tools/bundle/loader.cjs', 'utf8').replace('ENTRY', entry);

t.test(
  'programs and the chunks they import are found, with what V8 made of them; chunks of older builds are not',
  async (t) => {
    const product = t.testdir({
      dist: {
        bin: {
          'tsecli.js': program('chunks/tsecli-A.js'),
          'lab-agent.js': 'console.log("from here")',
          'lab-worker.js': program('chunks/lab-worker-C.js'),
          'tsecc.js': '',
          chunks: {
            'tsecli-A.js': 'var a=require("./tsecli-D.js");const b=()=>__import("./tsecli-B.js")',
            'tsecli-B.js': 'require("./tsecli-A.js")',
            'tsecli-D.js': '',
            'lab-worker-C.js': '',
            'lab-worker-C.js.cache': '',
            'lab-worker-OLD.js': '',
            'lab-worker-OLD.js.cache': '',
          },
        },
      },
    });
    t.same(bundleFiles(product), [
      'dist/bin/chunks/lab-worker-C.js',
      'dist/bin/chunks/lab-worker-C.js.cache',
      'dist/bin/chunks/tsecli-A.js',
      'dist/bin/chunks/tsecli-B.js',
      'dist/bin/chunks/tsecli-D.js',
      'dist/bin/lab-agent.js',
      'dist/bin/lab-worker.js',
      'dist/bin/package.json',
      'dist/bin/tsecli.js',
    ]);
  },
);

t.test('a product that was not built says so', async (t) => {
  t.throws(() => bundleFiles(t.testdir()), { code: 'tool-missing', cure: 'run npm run build' });
});
