import type { Readable } from 'node:stream';
import { escapeText } from '../../../core/escape.js';

const keptBytes = 16 * 1024;

/** Reads a guest's console for as long as it lives and keeps its end, for the day it dies. */
export function watchConsole(console: Readable): () => string[] {
  let tail = '';
  console.setEncoding('latin1');
  console.on('data', (text: string) => (tail = (tail + text).slice(-keptBytes)));
  console.on('error', () => undefined);
  return () =>
    tail
      .split(/\r*\n/)
      .map((line) => escapeText(line.trim()))
      .filter(Boolean);
}
