import t from 'tap';
import { findPlace } from '../../../runtime/configure/find-place.js';
import { kernelWithout, refusal } from '../../fixtures/kernel/choices.js';
import { inEnglish } from '../../fixtures/in-english.js';

t.test('the first section is taken where it can be, and the others are not looked at', async (t) => {
  const log: string[] = [];
  const place = findPlace('probe', ['kprobe/a', 'kprobe/b'], kernelWithout([], log), []);
  t.same(place, { section: 'kprobe/a', instead: undefined });
  t.same(log, ['probes', 'a']);
});

t.test('the first that the kernel has is taken, and it is said why', async (t) => {
  t.match(
    inEnglish(findPlace('probe', ['kprobe/a', 'kprobe/b', 'kprobe/c'], kernelWithout(['a', 'b']), [])),
    {
      section: 'kprobe/c',
      instead: { reason: 'kernel 6.1-test has no function a' },
    },
  );
});

t.test('what was refused once, or nobody knows, is passed by', async (t) => {
  const refused = refusal('probe', 'attach', 'kprobe/a');
  const place = findPlace('probe', ['kprobe/a', 'nonsense/b', 'kprobe/c'], kernelWithout([]), [refused]);
  t.match(place, { section: 'kprobe/c', instead: { reason: refused.reason.message, error: refused.reason } });
  t.equal(findPlace('other', ['kprobe/a'], kernelWithout([]), [refused]).section, 'kprobe/a');
});

t.test('without any place, the first one tells why', async (t) => {
  t.match(inEnglish(findPlace('probe', ['kprobe/a', 'kprobe/b'], kernelWithout(['a', 'b']), [])), {
    section: undefined,
    obstacle: { reason: 'kernel 6.1-test has no function a', error: undefined },
  });
  t.match(findPlace('probe', ['nonsense/b'], kernelWithout([]), []), {
    obstacle: { error: { code: 'attach-failed', message: /libbpf knows no such section/ } },
  });
});

t.test(
  'what the kernel refused at a fallback tells more than that the first place is not there',
  async (t) => {
    const refused = refusal('probe', 'load', 'kprobe/b');
    t.match(findPlace('probe', ['kprobe/a', 'kprobe/b'], kernelWithout(['a']), [refused]), {
      section: undefined,
      obstacle: { error: refused.reason },
    });
  },
);
