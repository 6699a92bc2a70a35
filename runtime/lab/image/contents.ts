import { execFile } from 'node:child_process';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { CpioEntry } from './cpio.js';
import { initScript } from './init-script.js';
import { bundleFiles } from './bundle-files.js';
import { sharedLibrariesOf } from './libraries.js';
import type { KernelModule } from './modules.js';

const run = promisify(execFile);

/** What the guest is made of, all of it found on the host. */
export interface GuestParts {
  readonly node: string;
  readonly busybox: string;
  readonly bpftool: string;
  /** The product's directory, with dist/bin built. */
  readonly product: string;
  readonly modules: readonly KernelModule[];
}

const guestNode = '/usr/bin/node';
const guestProduct = '/usr/lib/tsecc';

/** All files of the guest's initramfs. Throws `tool-missing` where one of them is not there. */
export async function guestContents(parts: GuestParts): Promise<CpioEntry[]> {
  const native = koffiNative(parts.product);
  const libraries = await sharedLibrariesOf([parts.node, parts.bpftool, ...native.filter(isAddon)]);
  const init = initScript({ modules: parts.modules.map(({ name }) => name), node: guestNode });
  return [
    ...['/proc', '/sys', '/dev', '/tmp', '/run', '/root', '/etc', '/usr/sbin'].map(directory),
    { kind: 'device', path: '/dev/console', major: 5, minor: 1 },
    { kind: 'device', path: '/dev/null', major: 1, minor: 3 },
    { kind: 'bytes', path: '/init', bytes: Buffer.from(init), mode: 0o755 },
    ...Object.entries(etc).map(([path, text]): CpioEntry => ({
      kind: 'bytes',
      path,
      bytes: Buffer.from(text),
    })),
    file('/bin/busybox', parts.busybox),
    ...(await appletLinks(parts.busybox)),
    file(guestNode, parts.node),
    file('/usr/sbin/bpftool', parts.bpftool),
    ...libraries.map((path) => file(path, path)),
    ...productFiles(parts.product),
    ...native.map((path) => file(join(guestProduct, path.slice(path.lastIndexOf('/node_modules/'))), path)),
    { kind: 'bytes', path: '/usr/bin/tsecli', bytes: Buffer.from(tsecliScript), mode: 0o755 },
    ...parts.modules.map(({ name, bytes }): CpioEntry => ({
      kind: 'bytes',
      path: `/lib/modules/${name}.ko`,
      bytes,
    })),
  ];
}

const etc = {
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n',
  '/etc/group': 'root:x:0:\ntty:x:5:\nnogroup:x:65534:\n',
  '/etc/hosts': '127.0.0.1 localhost lab\n::1 localhost lab\n',
  '/etc/profile': "export PS1='lab:\\w# '\n",
};

const tsecliScript = `#!/bin/sh\nexec ${guestNode} ${guestProduct}/dist/bin/tsecli.js "$@"\n`;

function directory(path: string): CpioEntry {
  return { kind: 'directory', path, mode: path === '/tmp' ? 0o1777 : 0o755 };
}

function file(path: string, source: string): CpioEntry {
  try {
    return { kind: 'file', path, source, size: statSync(source).size };
  } catch (cause) {
    throw new TseccError('tool-missing', message`build lab: file '${source}' is missing`, { cause });
  }
}

async function appletLinks(busybox: string): Promise<CpioEntry[]> {
  const { stdout } = await run(busybox, ['--list-full']);
  return stdout
    .split('\n')
    .filter((path) => /^[\w./[-]+$/.test(path) && !path.endsWith('/busybox') && path !== 'linuxrc')
    .map((path) => ({ kind: 'link', path: `/${path}`, target: '/bin/busybox' }));
}

function productFiles(product: string): CpioEntry[] {
  return [
    file(`${guestProduct}/package.json`, join(product, 'package.json')),
    ...bundleFiles(product).map((path) => file(`${guestProduct}/${path}`, join(product, path))),
  ];
}

/** koffi as installed: its JavaScript, and the part that is native to this machine. */
export function koffiNative(product: string): string[] {
  const require = createRequire(join(product, 'package.json'));
  const koffi = packageDirectory(require.resolve('koffi'), 'koffi');
  const platform = `@koromix/koffi-linux-${process.arch}`;
  const native = packageDirectory(createRequire(join(koffi, 'package.json')).resolve(platform), platform);
  return [...filesBelow(koffi), ...filesBelow(native)];
}

function packageDirectory(resolved: string, name: string): string {
  const end = `/node_modules/${name}`;
  const at = resolved.lastIndexOf(`${end}/`);
  if (at < 0)
    throw new TseccError('tool-missing', message`build lab: '${name}' is not installed as a package`);
  return realpathSync(resolved.slice(0, at + end.length));
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(c?js|json|node)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/koffi\/(vendor|doc)\//.test(path));
}

/** Whether it is the native part for the C library that this Node runs on. */
function isAddon(path: string): boolean {
  return path.endsWith('.node') && dirname(path).endsWith(`${libcName()}_${process.arch}`);
}

function libcName(): 'linux' | 'musl' {
  const report: unknown = process.report.getReport();
  return JSON.stringify(report).includes('"glibcVersionRuntime"') ? 'linux' : 'musl';
}
