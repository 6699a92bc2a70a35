// What far-end.c reports: an object a line, at the first line of warm-up and whenever nothing came for a while.
import { createInterface } from 'node:readline';

/** Follows the reports of a far end; `name` is the tracer's, for what is thrown when that ends too early. */
export function readReports(stdout, name) {
  let errors = '';
  let closed = false;
  let last;
  const waiting = new Set();
  const lines = createInterface({ input: stdout });
  const tell = () => [...waiting].forEach((check) => check());
  lines.on('line', (line) => {
    last = JSON.parse(line);
    tell();
  });
  lines.on('close', () => {
    closed = true;
    tell();
  });
  /** Waits for the first report from now on that fits. */
  const until = (fits) =>
    new Promise((resolve, reject) => {
      const old = last;
      const check = () => {
        if (last !== old && last !== undefined && fits(last)) resolve(last);
        else if (closed) reject(new Error(`${name} ended:\n${errors}`));
        else return;
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
  return {
    last: () => last,
    until,
    /** Waits until two reports in a row tell the same: nothing comes any more. */
    untilSilent: () => {
      let before;
      return until((report) => {
        const same = before?.lines === report.lines && before.warm === report.warm;
        before = report;
        return same;
      });
    },
    addErrors: (text) => (errors = (errors + text).slice(-4000)),
  };
}
