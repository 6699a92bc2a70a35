/** The compiler as a library: what the command `tsecc` does, for programs. */
export { compile, type CompileOptions, type CompileResult } from './compile.js';
export { CompileError } from './compile-error.js';
