import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './find-executable.js';

/** Where tsecc keeps what it can make again: $XDG_CACHE_HOME/tsecc, else ~/.cache/tsecc (XDG base directories 0.8). */
export function cacheDirectory(env: Environment): string {
  const named = env['XDG_CACHE_HOME'];
  // The specification says to ignore a relative path.
  if (named && isAbsolute(named)) return join(named, 'tsecc');
  return join(env['HOME'] || homedir(), '.cache', 'tsecc');
}
