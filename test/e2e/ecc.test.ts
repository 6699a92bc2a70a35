// Packages in ecc's form, with nothing of ours in them, on real kernels: they mean what they mean to ecli.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { eccPackagePath, type EccPackageName } from '../fixtures/ecc/packages.js';
import { runInGuest } from '../fixtures/guest.js';
import { fileFunctions, testKernels } from '../fixtures/kernels.js';
import { untilNothing } from '../fixtures/until-nothing.js';

interface Run {
  readonly package: EccPackageName;
  /** Options, the package, and what belongs to the program: a shell's words. */
  readonly words: string;
  readonly expect: readonly RegExp[];
}

/** What runs, and what is seen of it. */
const runs: Readonly<Record<string, Run>> = {
  'neither maps nor variables': {
    package: 'silent',
    words: `--exec 'mkdir a' silent.json`,
    expect: [/^ +mkdir-\d+ .*: a directory is made\nexit 0\n$/],
  },
  'two exported types, each its own buffer': {
    package: 'everything',
    words: `-j --exec 'cat /dev/null' everything.json --comm cat`,
    expect: [
      /"stream":"events","pid":\d+,"comm":"cat"\}$/m,
      /"stream":"exits","pid":\d+,"code":-3\}$/m,
      /verbose 0 level -3 port 80/,
    ],
  },
  'variables of every type, by name and by letter': {
    package: 'everything',
    words: `--exec 'cat /dev/null' everything.json -c cat -p 0 --enable-verbose --level=-128 --port 65535 \\
      --limit 9007199254740993 --total=18446744073709551614 --targets 7,-8 --wanted STOPPED --ratio=-1.5`,
    expect: [
      /verbose 1 level -128 port 65535/,
      /limit 9007199254740993 total 18446744073709551615/,
      /targets 7 -8 0/,
      /wanted 7 cfg 8080 ratio bfc00000/,
    ],
  },
  'a map that is sampled, as keys and values': {
    package: 'counts',
    words: `-j --exec 'cat /dev/null; sleep 0.3' counts.json`,
    expect: [/"key":\{"comm":"cat"\},"value":\d+\}$/m],
  },
  'call stacks, their addresses named': {
    package: 'stacks',
    words: `-j --exec 'mkdir b' stacks.json`,
    expect: [/"comm":"mkdir","pid":\d+,"cpu":\d+,"kernel":\[\{"address":"0x\w+","symbol":"\w+/],
  },
};

const names = [...new Set(Object.values(runs).map((run) => run.package))];
const files = Object.fromEntries(names.map((name) => [`${name}.json`, readFileSync(eccPackagePath(name))]));

for (const kernel of testKernels) {
  t.test(`packages in ecc's form on Linux ${kernel}`, async (t) => {
    // ecc's packages know no fallback.
    const attach = `--attach on_mkdir=kprobe/${fileFunctions(kernel)}_mkdirat`;
    const script = Object.values(runs).map(
      ({ package: name, words }) =>
        `tsecli -q ${name === 'stacks' ? attach : ''} ${words}; echo "exit $?"; echo ---`,
    );
    const { stdout } = await runInGuest(
      kernel,
      `${script.join('\n')}\n${untilNothing}\nheld() { bpftool prog show; bpftool map show; }; until_nothing held`,
      files,
    );
    const parts = stdout.split('---\n');
    for (const [index, [name, { expect }]] of Object.entries(runs).entries()) {
      for (const pattern of [...expect, /^exit 0$/m]) t.match(parts[index], pattern, name);
    }
    t.equal(parts.at(-1), '', 'nothing is left behind');
  });
}
