// Compiles warm-up.bpf.c into warm-up-package.ts beside it. Run it by hand after a change: node build.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'warm-up-'));
const object = join(work, 'warm-up.bpf.o');
const triplet = execFileSync('clang', ['-print-target-triple'], { encoding: 'utf8' }).trim();
const include = ['-idirafter', `/usr/include/${triplet.replace('-pc-', '-')}`];
execFileSync('clang', ['-g', '-O2', '-target', 'bpf', ...include, '-c', 'warm-up.bpf.c', '-o', object], {
  cwd: here,
});
execFileSync('llvm-strip', ['-g', object]);
const bytes = readFileSync(object);
rmSync(work, { recursive: true });

const programs = Object.entries({ entry: 'kprobe', exit: 'kretprobe' }).map(([name, kind]) => ({
  attach: `${kind}/do_unlinkat`,
  link: true,
  name: `warm_up_${name}`,
}));
const BPF_FUNC_trace_printk = 6;
/** What Linux 7 calls the function. */
const facts = programs.map(({ attach, name }) => {
  const [kind] = attach.split('/');
  return [name, { kind, helpers: [BPF_FUNC_trace_printk], fallback: [`${kind}/filename_unlinkat`] }];
});
const manifest = {
  bpf_object: deflateSync(bytes, { level: 9 }).toString('base64'),
  bpf_object_size: bytes.length,
  meta: {
    bpf_skel: { data_sections: [], maps: [], obj_name: 'warm_up_bpf', progs: programs },
    eunomia_version: '0.3.4',
    export_types: [],
    tsecc: { format: 1, version: '0.1.0', programs: Object.fromEntries(facts) },
  },
};
writeFileSync(
  join(here, 'warm-up-package.ts'),
  `/** The package that build.mjs made of warm-up.bpf.c. */\nexport const warmUpPackage =\n  '${JSON.stringify(manifest)}';\n`,
);
