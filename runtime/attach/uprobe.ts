import { openBinary } from './binary/open-binary.js';
import { readPlace } from './binary/place.js';
import { resolveFunction } from './binary/resolve-function.js';
import { linkOf } from './link.js';
import { targetProcess } from './target-process.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { setUprobe } from './uprobe-events.js';

/**
 * Attaches a uprobe to a function of an executable or library, an offset in it or an address; a uretprobe to its
 * return. `path:function+offset`, `path:0xADDRESS`, `libc:read@GLIBC_2.2.5`; --binary and --pid.
 */
export function attachUprobe(program: LoadedProgram, context: AttachContext): Link {
  const { binary: name, place } = readPlace(program, context, 'path:function');
  const pid = targetProcess(program, context);
  const binary = openBinary(program, context, name);
  const offset = resolveFunction(program, binary, place);
  const atReturn = program.kind === 'uretprobe';
  const request = { path: binary.path, offset, atReturn, pid, semaphore: 0 };
  return linkOf(context.kernel, program, setUprobe(program, context, request));
}
