import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { findExecutable, findVersioned, type Environment } from './find-executable.js';
import { installHint } from './install-hint.js';

/** A program that a compile starts. */
export type Tool = 'clang' | 'llvm-strip' | 'bpftool';

// Variables that name another one, as make and cmake know them.
const variables: Readonly<Record<Tool, string>> = {
  clang: 'CLANG',
  'llvm-strip': 'LLVM_STRIP',
  bpftool: 'BPFTOOL',
};

/**
 * Path of a tool: the one asked for, else what its variable (CLANG, LLVM_STRIP, BPFTOOL) names, else the one in the
 * search path, else the newest with its version in the name (clang-16). Throws `tool-missing` with how to install it.
 */
export function findTool(tool: Tool, env: Environment, asked?: string): string {
  const named = asked ?? env[variables[tool]];
  if (named) {
    const found = findExecutable(named, env);
    if (found) return found;
    const from = asked === undefined ? message`named by ${variables[tool]}` : message`asked for`;
    throw new TseccError('tool-missing', message`find ${tool}: '${named}', ${from}, is no program`, {
      cure: message`leave it out to use the system's, or install one: ${installHint(tool)}`,
    });
  }
  const found = findExecutable(tool, env) ?? findVersioned(tool, env);
  if (found) return found;
  throw new TseccError('tool-missing', message`find ${tool}: it is not installed`, {
    cure: installHint(tool),
  });
}
