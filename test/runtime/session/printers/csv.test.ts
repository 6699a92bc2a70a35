import t from 'tap';
import type { EventBatch } from '../../../../runtime/readers/types.js';
import { batchOf, person, printed, quarterToThree, streamOf } from '../../../fixtures/batches.js';
import { text, typeOf, u32 } from '../../../fixtures/shapes.js';

const events = streamOf('events');
const seconds = (quarterToThree / 1000).toFixed(3);
const form = 'csv';
const line: EventBatch = {
  kind: 'trace',
  events: [{ kind: 'line', comm: 'r,m', pid: 9, cpu: 5, flags: 'd..3', time: '1.000000', message: 'a\nb' }],
};

t.test('one header for the file, also when nothing comes', async (t) => {
  const one = batchOf(events, [person(1, 'a,b')]);
  const { text } = await printed([events], [one, one], { form });
  t.equal(text, `time,pid,comm\r\n${seconds},1,"a,b"\r\n${seconds},1,"a,b"\r\n`);
  t.equal((await printed([events], [], { form })).text, 'time,pid,comm\r\n');
});

t.test('several streams share a table of all their columns', async (t) => {
  const other = streamOf('other', typeOf({ time: u32, comm: text(4) }));
  const batches = [
    batchOf(events, [person(1, 'a')]),
    batchOf(other, [Buffer.from([7, 0, 0, 0, 98, 0, 0, 0])]),
  ];
  const { text: lines } = await printed([events, other], batches, { form });
  t.equal(lines, `stream,timestamp,pid,comm,time\r\nevents,${seconds},1,a,\r\nother,${seconds},,b,7\r\n`);
});

t.test('what is no record has a header of its own', async (t) => {
  const one = batchOf(events, [person(1, 'a')]);
  const { text } = await printed([events], [one, line, line, one], { form });
  t.same(text.split('\r\n'), [
    'time,pid,comm',
    `${seconds},1,a`,
    'time,comm,pid,cpu,flags,message',
    '1.000000,"r,m",9,5,d..3,a\\x0ab',
    '1.000000,"r,m",9,5,d..3,a\\x0ab',
    'time,pid,comm',
    `${seconds},1,a`,
    '',
  ]);
});

t.test('histograms are a line for each slot that counted, stacks are folded', async (t) => {
  const batches: readonly EventBatch[] = [
    {
      ...{ kind: 'histograms', name: 'h', scale: 'log2', unit: 'us', time: 1000 },
      entries: [{ label: 'k = 1', slots: [0n, 5n, 2n ** 64n - 1n] }],
    },
    {
      ...{ kind: 'stacks', name: 's', time: 1000 },
      stacks: [
        {
          ...{ comm: 'c', pid: 1, cpu: 2, kernel: [] },
          user: [
            { address: 1n, symbol: 'inner' },
            { address: 2n, symbol: 'outer' },
          ],
        },
      ],
    },
    { kind: 'text', name: 'dump', text: 'one\n' },
  ];
  const { text } = await printed([], batches, { form });
  t.same(text.split('\r\n'), [
    'stream,time,key,unit,slot,count',
    'h,1.000,k = 1,us,1,5',
    'h,1.000,k = 1,us,2,18446744073709551615',
    'stream,time,comm,pid,cpu,kernel,user',
    's,1.000,c,1,2,,outer;inner',
    'stream,text',
    'dump,one',
    '',
  ]);
});
