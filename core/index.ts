/** What all parts of the library share: errors, what is said of a source, and what a package is. */
export { TseccError, exitCodes, type ErrorCode } from './errors.js';
export { formatDiagnostic, type Diagnostic, type FormatOptions, type SourceLocation } from './diagnostics.js';
export type { Message, Phrase } from './message.js';
export type { OpenedPackage, PackageManifest, PackageMeta } from './package/types.js';
export { version } from './version.js';
