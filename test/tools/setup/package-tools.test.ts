import t from 'tap';
import { needs } from '../../../tools/setup/needs.mjs';
import { choosePackages, packageTools } from '../../../tools/setup/package-tools.mjs';
import { fakeHost } from '../../fixtures/fake-host.js';

const policy = (candidate: string) => ({
  status: 0,
  output: `x:\n  Installed: (none)\n  Candidate: ${candidate}\n`,
});

t.test('each family has packages for each need', async (t) => {
  for (const [family, tool] of Object.entries(packageTools)) {
    for (const { name } of needs) t.ok((tool.packages[name][0]?.length ?? 0) > 0, `${family}: ${name}`);
  }
});

t.test('no family installs what it only recommends', async (t) => {
  t.match(packageTools.debian.install(['a']), [
    'apt-get',
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    'a',
  ]);
  t.ok(packageTools.fedora.install(['a']).includes('--setopt=install_weak_deps=False'));
});

t.test("Debian's packages are taken when apt knows them", async (t) => {
  const host = fakeHost({ answer: () => policy('1.0') });
  t.same(choosePackages(host, packageTools.debian, ['clang', 'bpftool', 'busybox']), {
    packages: ['clang', 'bpftool', 'busybox-static'],
    refresh: false,
  });
});

t.test(
  'where bpftool is a virtual package, as in Ubuntu 24.04, the tools of the kernel are taken',
  async (t) => {
    const host = fakeHost({ answer: (command) => policy(command.endsWith(' bpftool') ? '(none)' : '6.8') });
    t.same(choosePackages(host, packageTools.debian, ['bpftool']), {
      packages: ['linux-tools-common', 'linux-tools-generic'],
      refresh: false,
    });
  },
);

t.test('packages that are not in the lists ask for a refresh', async (t) => {
  const host = fakeHost({ answer: () => ({ status: 0, output: '' }) });
  t.same(choosePackages(host, packageTools.debian, ['qemu']), {
    packages: ['qemu-system-x86'],
    refresh: true,
  });
  t.same(choosePackages(host, packageTools.alpine, ['llvm-strip']), { packages: ['llvm'], refresh: true });
});
