import { freeKey, streamKeys } from '../../../core/record/free-key.js';
import { recordOf } from '../../../core/record/record-of.js';
import { jsonWriterFor } from '../../decode/json-writer.js';
import { writeUtf8 } from '../../decode/text-sink.js';
import { epochSeconds } from '../../render/clock.js';
import {
  renderHistogramJson,
  renderJson,
  renderLossJson,
  renderStackJson,
  renderTextJson,
} from '../../render/json.js';
import type { Printer, PrinterContext } from './types.js';

/**
 * One JSON object a line. Records go from their memory to the output's bytes without a value or string between; where
 * there are several streams, `stream` stands behind the time.
 */
export function jsonPrinter({ sink, streams, symbols }: PrinterContext): Printer {
  const write = (text: string): void => writeUtf8(sink, text);
  return {
    begin: () => {},
    recordWriter: ({ stream: { name }, type }) => {
      const constants = streams.length > 1 ? { [freeKey(streamKeys, recordOf(type).fields)]: name } : {};
      const writeLine = jsonWriterFor(type, { constants, ...(symbols ? { symbols } : {}) });
      let last = NaN;
      let text = '';
      return (source, offset, length, time) => {
        if (time !== last) text = epochSeconds(time);
        last = time;
        writeLine(sink, source, offset, length, text);
      };
    },
    line: (line) => write(renderJson(line)),
    text: (name, line) => write(renderTextJson(name, line)),
    histograms: (batch) => batch.entries.forEach((entry) => write(renderHistogramJson(batch, entry))),
    stack: (name, stack, time) => write(renderStackJson(name, stack, time)),
    lost: (loss) => write(renderLossJson(loss)),
    flush: () => {},
    interrupt: () => {},
  };
}
