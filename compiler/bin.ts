#!/usr/bin/env node
import { main } from './cli.js';

const stop = new AbortController();
// SIGHUP: the terminal was closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
// `tsecc … | head` ends quietly.
process.stdout.on('error', () => undefined);

void main(
  process.argv.slice(2),
  {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: () => process.cwd(),
  },
  stop.signal,
).then((code) => {
  process.exitCode = code;
});
