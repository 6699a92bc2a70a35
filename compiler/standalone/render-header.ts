import { createHash } from 'node:crypto';
import { version } from '../../core/version.js';
import { renderTemplate } from '../output/render-template.js';
import { nodeName } from './runtime-files.js';

/** What follows the header in a standalone file, and what it has to know about that. */
export interface StandaloneContent {
  /** Made of letters, digits and underscores. */
  readonly objectName: string;
  /** `uname -m` of the machines it is for. */
  readonly machine: string;
  /** The words that start Node, see `RuntimeFiles`. */
  readonly nodeCommand: string;
  /** package.json, which lies behind the header, then the runtime to the end of the file. */
  readonly package: Uint8Array;
  readonly runtime: Uint8Array;
  /** Bytes of the runtime when it is unpacked. */
  readonly unpackedSize: number;
}

/** Bytes of every header: places in the file do not depend on the length of its text. */
export const headerSize = 8192;

/**
 * The shell script that a standalone file begins with, filled up with line feeds. It unpacks what follows and becomes
 * tsecli; the shells of busybox, Debian (dash) and others run it.
 */
export function renderHeader(content: StandaloneContent): Uint8Array {
  const { objectName, machine, nodeCommand, unpackedSize } = content;
  const text = renderTemplate('standalone.sh', {
    objectName,
    machine,
    nodeCommand,
    version,
    node: nodeName,
    packageDigest: digest(content.package),
    packageSize: content.package.length,
    // Counted from 1, as tail -c does.
    packageOffset: headerSize + 1,
    runtimeDigest: digest(content.runtime),
    runtimeOffset: headerSize + content.package.length + 1,
    size: headerSize + content.package.length + content.runtime.length,
    megabytes: Math.ceil(unpackedSize / 1e6),
  });
  const header = Buffer.alloc(headerSize, '\n');
  if (header.write(text) < Buffer.byteLength(text))
    throw new RangeError(`the template of the header is too long`);
  return header;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);
