/** The compiler as a library: what the command `tsecc` does, without printing. */
export { compile, type CompileOptions, type CompileResult } from './compile.js';
export { CompileError } from './compile-error.js';
export type { PackageKind } from './output/output-paths.js';
