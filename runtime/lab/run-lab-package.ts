import { randomBytes } from 'node:crypto';
import { codeOfExit, TseccError } from '../../core/errors.js';
import { escapeText } from '../../core/escape.js';
import { message } from '../../core/message.js';
import { writePackage } from '../../core/package/write.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { attachmentsOf, mapSizesOf, wordsOf } from '../library/read-options.js';
import { startRunning, type RunControl } from '../library/running.js';
import type { Running } from '../library/types.js';
import { readFailure } from '../library/wire.js';
import type { RunRequest } from '../options/parse-options.js';
import { labArguments } from '../session/lab-arguments.js';
import type { LabRunOptions } from './lab.js';
import { libraryIo } from './library-io.js';
import { lineSink } from './line-sink.js';
import type { StartedLab } from './start-lab.js';
import { wireReader } from './wire-reader.js';

/** Runs a package by the guest's tsecli, which tells its events; what it fails of is thrown here as it would be there. */
export function runLabPackage(lab: StartedLab, opened: OpenedPackage, options: LabRunOptions): Running {
  return startRunning((control) => perform(lab, opened, options, control), options);
}

async function perform(
  lab: StartedLab,
  { manifest, object }: OpenedPackage,
  options: LabRunOptions,
  control: RunControl,
): Promise<void> {
  const { signal } = control;
  signal.throwIfAborted();
  const { files, onText } = options;
  const reader = wireReader(control);
  let said = '';
  const tellText = (line: string): void => {
    said = line;
    onText?.(line);
  };
  const io = libraryIo({ stdout: lineSink(reader.take), stderr: lineSink(tellText) });
  // All runs of a lab have one working directory.
  const name = `package-${randomBytes(4).toString('hex')}.json`;
  const all = { ...files, [name]: Buffer.from(writePackage(manifest.meta, object)) };
  const argv = labArguments(requestOf(options, name), 'en', name);
  const code = await lab.run(argv, { io, files: all, signal });
  if (reader.failure) throw readFailure(reader.failure);
  if (code === 0) return;
  throw new TseccError(
    codeOfExit(code),
    message`run in lab: ${escapeText(said) || message`it said nothing`}`,
  );
}

/** What the guest's tsecli is asked for. */
function requestOf(options: LabRunOptions, name: string): RunRequest {
  const { interfaces = [], cgroup, pid, binary, disable = [], partial = false, filter, exec } = options;
  return {
    package: name,
    programArguments: wordsOf(options.args),
    output: 'events',
    selection: { fields: undefined, filter, sort: undefined, top: undefined },
    exec,
    durationMs: undefined,
    maxEvents: undefined,
    attach: attachmentsOf(options.attach),
    disable,
    partial,
    attachOptions: { interfaces, cgroup, pid, binary },
    // Held to on the host, if at all.
    rules: { allow: [], deny: [] },
    mapSizes: mapSizesOf(options.mapSizes),
    bufferSize: options.bufferSize,
    failOnLost: false,
    lab: undefined,
    network: {},
    trust: { keys: [], digest: undefined, insecure: false },
    quiet: true,
    verbose: false,
  };
}
