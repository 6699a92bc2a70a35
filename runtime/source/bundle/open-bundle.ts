import { readBtfHeader } from '../../../core/btf/read-header.js';
import { BtfError } from '../../../core/btf/btf-error.js';
import { message } from '../../../core/message.js';
import { bundleError } from './bundle-error.js';
import { readTar } from './read-tar.js';

/** What a bundle holds; views into its bytes. */
export interface Bundle {
  /** Its package.json. */
  readonly bytes: Uint8Array;
  /** Types of kernels by `<distribution>/<version>/<machine>/<release>`. */
  readonly btfs: ReadonlyMap<string, Uint8Array>;
}

/** Where ecc and tsecc put types: `btfhub-archive/ubuntu/20.04/x86_64/5.4.0-42-generic.btf`. */
const btfPath = /^btfhub-archive\/((?:[^/]+\/){3}[^/]+)\.btf$/;

/**
 * Opens a bundle as tsecc and ecc make it. Throws `package-invalid` for a tar that is not as it should be, that has no
 * package, or types that are none.
 */
export function openBundle(tar: Uint8Array): Bundle {
  const files = readTar(tar);
  const bytes = files.get('package.json');
  if (!bytes) {
    throw bundleError(message`it holds no package.json`, {
      cure: message`make it with: tsecc -b <name>.bpf.c`,
    });
  }
  const btfs = new Map<string, Uint8Array>();
  for (const [name, content] of files) {
    const kernel = btfPath.exec(name)?.[1];
    if (kernel !== undefined) btfs.set(kernel, checkBtf(name, content));
  }
  return { bytes, btfs };
}

/** Of the thousands, one is used, and read whole then. */
function checkBtf(name: string, bytes: Uint8Array): Uint8Array {
  try {
    readBtfHeader(bytes);
    return bytes;
  } catch (error) {
    if (!(error instanceof BtfError)) throw error;
    throw bundleError(message`'${name}': ${error.phrases.message}`, { cause: error });
  }
}
