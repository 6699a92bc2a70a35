/** The library both commands are built on: bytes in, values out. */
export { TseccError, exitCodes, type ErrorCode, type ErrorDetails } from './errors.js';
export { escapeText } from './escape.js';
export { nearest, nearestFunctions } from './nearest.js';
export { version } from './version.js';

export { ElfError } from './elf/elf-error.js';
export { readElf } from './elf/read-elf.js';
export { relocationsFor } from './elf/relocations.js';
export type { ElfFile, ElfRelocation, ElfSection, ElfSymbol } from './elf/types.js';

export { BtfError } from './btf/btf-error.js';
export { readBtf } from './btf/read-btf.js';
export { readBtfExt } from './btf/read-btf-ext.js';
export { skipQualifiers } from './btf/resolve.js';
export { sizeOf } from './btf/size-of.js';
export { plainTypeName, typeName } from './btf/type-name.js';
export type { Btf, BtfExt, BtfMember, BtfType } from './btf/types.js';

export { initialValue } from './object/initial-value.js';
export { parseSection, type ParsedSection } from './object/program-kinds.js';
export { readObject } from './object/read-object.js';
export { renameSection } from './object/rename-section.js';
export type { BpfObject, DataSection, DataVariable, ObjectMap, ObjectProgram } from './object/types.js';

export { openPackage } from './package/open.js';
export { writePackage } from './package/write.js';
export type { OpenedPackage, PackageManifest, PackageMeta } from './package/types.js';
