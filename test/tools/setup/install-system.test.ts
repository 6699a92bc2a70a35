import t from 'tap';
import { installSystemPackages } from '../../../tools/setup/install-system.mjs';
import { completeFiles, debian, fakeHost } from '../../fixtures/fake-host.js';

const known = { status: 0, output: 'x:\n  Candidate: 1.0\n' };
const unknown = { status: 0, output: '' };
const done = { status: 0, output: '' };
const install = 'apt-get install -y -q --no-install-recommends';

/** A Debian machine whose apt works: an installation puts the files of all needs in place. */
function debianMachine(options: { root?: boolean; listed?: boolean; stale?: boolean } = {}) {
  let listed = options.listed ?? true;
  let stale = options.stale ?? false;
  const host = fakeHost({
    root: options.root ?? true,
    osRelease: debian,
    files: {},
    answer: (command) => {
      if (command.startsWith('apt-cache policy')) return listed ? known : unknown;
      if (command.startsWith('apt-get update')) {
        listed = true;
        stale = false;
        return done;
      }
      if (!command.startsWith('apt-get install')) return undefined;
      if (!listed || stale) return { status: 100, output: 'E: 404 Not Found' };
      Object.assign(host.files ?? {}, completeFiles());
      return done;
    },
  });
  return host;
}

const changes = (ran: readonly string[]) => ran.filter((command) => !command.startsWith('apt-cache'));

t.test('a complete machine is left alone, without a word', async (t) => {
  const host = fakeHost({ osRelease: debian, files: completeFiles() });
  installSystemPackages({ host, root: '/', dryRun: false });
  t.same(host.ran, []);
  t.same(host.said, []);
});

t.test('what is missing is installed in one call, said in one line', async (t) => {
  const host = debianMachine();
  installSystemPackages({ host, root: '/', dryRun: false });
  t.same(changes(host.ran), [
    `${install} clang llvm libbpf-dev linux-libc-dev bpftool qemu-system-x86 busybox-static`,
  ]);
  t.equal(host.said.length, 1);
  t.match(host.said[0], /^setup: installing clang, llvm-strip, .*: apt-get install /);
});

t.test('for the tests, what they alone need is installed, too', async (t) => {
  const host = debianMachine();
  installSystemPackages({ host, root: '/', dryRun: false, tests: true });
  t.match(changes(host.ran), [/ busybox-static clangd openssl xz-utils$/]);
});

t.test('the lists are fetched first where apt does not know a package', async (t) => {
  const host = debianMachine({ listed: false });
  installSystemPackages({ host, root: '/', dryRun: false });
  t.match(changes(host.ran), ['apt-get update -q', /^apt-get install .*busybox-static$/]);
});

t.test('the lists are fetched after a failure, and the installation tried once more', async (t) => {
  const host = debianMachine({ stale: true });
  installSystemPackages({ host, root: '/', dryRun: false });
  t.match(changes(host.ran), [/^apt-get install/, 'apt-get update -q', /^apt-get install/]);
});

t.test('a dry run prints the commands and runs none', async (t) => {
  const host = debianMachine({ listed: false });
  installSystemPackages({ host, root: '/', dryRun: true });
  t.same(changes(host.ran), []);
  t.match(host.said, [/^setup: would run .*: apt-get update -q$/, /^setup: would run .*: apt-get install /]);
});

t.test('a user without sudo is told the exact commands', async (t) => {
  const host = debianMachine({ root: false, listed: false });
  t.throws(() => installSystemPackages({ host, root: '/', dryRun: false }), {
    exitCode: 9,
    message: new RegExp(
      `clang is missing: it compiles BPF programs; .*\n  apt-get update -q\n  ${install} clang`,
      's',
    ),
  });
  t.same(changes(host.ran), []);
});

t.test('a user with sudo installs through it', async (t) => {
  const host = fakeHost({
    root: false,
    osRelease: debian,
    files: { '/usr/bin/sudo': '' },
    answer: (command) => {
      if (command.startsWith('apt-cache')) return known;
      if (command.startsWith('sudo -n env ')) Object.assign(host.files ?? {}, completeFiles());
      return done;
    },
  });
  installSystemPackages({ host, root: '/', dryRun: false });
  t.match(host.said, [/^setup: installing .*: sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install /]);
});

t.test('an installation that fails for good ends with what the package tool said', async (t) => {
  const host = fakeHost({
    osRelease: debian,
    answer: (command) => (command.startsWith('apt-cache') ? known : { status: 100, output: 'E: disk full' }),
  });
  t.throws(() => installSystemPackages({ host, root: '/', dryRun: false }), {
    exitCode: 9,
    message: /^apt-get update -q: ended with status 100\nE: disk full$/,
  });
});

t.test('an installation that brings nothing is noticed', async (t) => {
  const host = fakeHost({ osRelease: debian, answer: () => known });
  t.throws(() => installSystemPackages({ host, root: '/', dryRun: false }), {
    exitCode: 9,
    message: /clang is missing: .*, even after installing clang llvm /,
  });
});

t.test('an unknown distribution is named, with what is missing', async (t) => {
  const host = fakeHost({ osRelease: 'ID=nixos\nPRETTY_NAME="NixOS 24"\n', files: {} });
  t.throws(() => installSystemPackages({ host, root: '/', dryRun: false }), {
    exitCode: 9,
    message: /qemu is missing: .*; the package names of NixOS 24 are not known here/,
  });
});
