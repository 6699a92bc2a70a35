#!/usr/bin/env node
import { main } from './cli.js';

const stop = new AbortController();
// Once only: a second Ctrl-C finds no listener and ends the process at once.
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());
// Whoever read our output is gone: what is still written then is nobody's loss, and no reason for a stack trace.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });
}
void main(process.argv.slice(2), process, { signal: stop.signal }).then((code) => {
  process.exitCode = code;
});
