import { decodeBase64 } from './decode-base64.js';
import { inflateObject } from './inflate-object.js';
import { packageError } from './package-error.js';
import { parseManifest } from './parse-manifest.js';
import type { OpenedPackage } from './types.js';
import { message } from '../message.js';

// e_ident of a 64-bit ELF file begins so (elf.h: ELFMAG, ELFCLASS64).
const elf64 = [0x7f, 0x45, 0x4c, 0x46, 2];

/**
 * Opens a package, ecc's or ours: the manifest, valid by package.schema.json, and the object, inflated and of the
 * promised size. Every byte counts as hostile. Throws `package-invalid` (exit code 7) in one located sentence.
 */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  const manifest = parseManifest(bytes);
  const object = inflateObject(decodeBase64(manifest.bpf_object), manifest.bpf_object_size);
  if (elf64.some((byte, index) => object[index] !== byte)) {
    throw packageError(message`/bpf_object: holds no 64-bit ELF object`);
  }
  return { manifest, object };
}
