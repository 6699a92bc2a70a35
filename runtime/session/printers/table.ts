import type { OutputForm } from '../../options/output-form.js';
import { columnsPrinter } from './columns.js';
import { csvPrinter } from './csv.js';
import { eventsPrinter } from './events.js';
import { jsonPrinter } from './json.js';
import { rawPrinter } from './raw.js';
import type { Printer, PrinterContext } from './types.js';

/** The printer of each output form. */
export const printerTable: Readonly<Record<OutputForm, (context: PrinterContext) => Printer>> = {
  columns: columnsPrinter,
  json: jsonPrinter,
  csv: csvPrinter,
  events: eventsPrinter,
  raw: rawPrinter,
};
