#!/usr/bin/env node
import { main } from './cli.js';

const stop = new AbortController();
// SIGHUP: the terminal was closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
// Whoever read our output is gone: what is still written then is nobody's loss.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

void main(process.argv.slice(2), process, stop.signal).then((code) => {
  process.exitCode = code;
});
