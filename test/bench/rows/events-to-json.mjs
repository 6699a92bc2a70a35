import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compare } from '../measure.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const records = 100_000;
const recordSize = 104;

/** What a ring buffer's records go through, without the ring: 100,000 a run, so milliseconds are also 10 ns an event. */
export const row = {
  name: '100,000 records straight to JSON lines / decoded, then JSON.stringify',
  zh: '100,000 条记录直接写成 JSON 行 / 先解码再用 JSON.stringify',
  reach: 0.5,
  async run({ runs }) {
    const folder = mkdtempSync(join(tmpdir(), 'tsecc-bench-'));
    try {
      const { writeLines, stringifyLines } = await prepare(folder);
      return await compare(
        async () => time(writeLines),
        async () => time(stringifyLines),
        runs,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

async function prepare(folder) {
  const decode = await loadDecode(folder);
  const type = decode.eventType('struct event', true, eventShape);
  const source = decode.sourceOf(makeRecords());
  const write = decode.jsonWriterFor(type);
  const decodeOne = decode.decoderFor(type);
  const sink = decode.textSink();
  const each = (run) => () => {
    for (let index = 0; index < records; index += 1) run(index * recordSize);
  };
  return {
    writeLines: each((offset) => {
      write(sink, source, offset, recordSize, '1700000000.123456789');
      if (sink.at > 60_000) decode.takeText(sink);
    }),
    stringifyLines: each((offset) => {
      const line = JSON.stringify(decodeOne(source, offset, recordSize), exactly);
      if (line.length < 10) throw new Error(line);
    }),
  };
}

const exactly = (_, value) => (typeof value === 'bigint' ? value.toString() : value);

/** The decoder as one module, as the built commands have it. */
async function loadDecode(folder) {
  const modules = ['event-type', 'source', 'decoder', 'json-writer', 'text-sink'];
  const outfile = join(folder, 'decode.mjs');
  await build({
    stdin: {
      contents: modules.map((name) => `export * from './runtime/decode/${name}.js';`).join('\n'),
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

const number = (size, signed = false) => ({ kind: 'integer', size, signed });
const text = (size) => ({ kind: 'text', size, tail: 'fixed' });
const eventShape = {
  kind: 'record',
  size: recordSize,
  fields: [
    ['pid', 0, number(4)],
    ['ppid', 4, number(4)],
    ['nanoseconds', 8, number(8)],
    ['ret', 16, number(4, true)],
    ['comm', 24, text(16)],
    ['filename', 40, text(64)],
  ].map(([name, offset, shape]) => ({ name, offset, shape, type: '' })),
};

function makeRecords() {
  const bytes = Buffer.alloc(records * recordSize);
  for (let index = 0; index < records; index += 1) {
    const at = index * recordSize;
    bytes.writeUInt32LE(1000 + (index % 30_000), at);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeBigUInt64LE(1_234_567_890_123_456n + BigInt(index), at + 8);
    bytes.writeInt32LE(-2, at + 16);
    bytes.write('node', at + 24);
    bytes.write('/usr/lib/x86_64-linux-gnu/libc.so.6', at + 40);
  }
  return bytes;
}
