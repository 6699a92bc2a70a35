import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { createIteratorLink, type IteratorScope } from '../kernel/probe-links.js';
import { explainRefusal } from './explain-refusal.js';
import { iteratedMap } from './iterated-map.js';
import { linkOf } from './link.js';
import { targetProcess } from './target-process.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** The iterators that go over the elements of one map. */
const mapIterators: readonly string[] = ['bpf_map_elem', 'bpf_sk_storage_map', 'sockmap'];

/** The iterators that can be narrowed to one process (Linux ≥ 6.1). */
const taskIterators: readonly string[] = ['task', 'task_file', 'task_vma'];

/** Attaches an iterator: over a kind of object (Linux ≥ 5.8), the elements of a map, or one process's with --pid. */
export function attachIterator(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  const scope = scopeOf(program, context);
  try {
    const iterator = createIteratorLink(kernel, program.fd, scope);
    return { ...linkOf(kernel, program, [iterator]), iterator };
  } catch (cause) {
    const number = errnoOf(cause);
    const old = scope && 'pid' in scope && (number === errno.E2BIG || number === errno.EINVAL);
    throw old ? withoutTaskScope(program, kernel.release, cause) : explainRefusal(program, cause);
  }
}

function scopeOf(program: LoadedProgram, context: AttachContext): IteratorScope {
  if (mapIterators.includes(program.target)) return { map: iteratedMap(program, context).fd };
  const pid = taskIterators.includes(program.target) ? targetProcess(program, context) : undefined;
  return pid === undefined ? undefined : { pid };
}

function withoutTaskScope({ program, section }: LoadedProgram, release: string, cause: unknown): TseccError {
  return new TseccError(
    'kernel-cannot',
    message`attach '${program}' to ${section}: kernel ${release} cannot narrow it to one process (Linux 6.1)`,
    { cure: labCure('newer kernel', message`leave out --pid`), cause },
  );
}
