// What comes out of tsecli, counted as it comes: how many events by each way, and how late they are.

/** By which words a line is known, before the kernel's time of its event: the fields of soak.bpf.c, and its line. */
const ways = { ring: '"ring_time":', perf: '"perf_time":', trace: '"message":"line ' };

/** Counts the lines of a stream of JSON lines. `takeLags` gives the lags since it was last asked, in milliseconds. */
export function countLines(stream, now = () => Number(process.hrtime.bigint())) {
  const counts = Object.fromEntries(Object.keys(ways).map((way) => [way, 0]));
  let lags = [];
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    const at = now();
    for (const line of lines) {
      const way = Object.keys(ways).find((name) => line.includes(ways[name]));
      if (way === undefined) continue;
      counts[way] += 1;
      lags.push((at - Number.parseInt(line.slice(line.indexOf(ways[way]) + ways[way].length), 10)) / 1e6);
    }
  });
  return {
    counts,
    takeLags() {
      const taken = lags;
      lags = [];
      return taken;
    },
  };
}
