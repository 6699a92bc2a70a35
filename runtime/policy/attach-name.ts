import { parseSection } from '../../core/object/program-kinds.js';
import { sectionTable } from '../../core/object/section-table.js';

/**
 * The one name for an attach point that sections may spell in several ways: `tracepoint/…` for `tp/…`, `fentry/…` for
 * `?fentry.s/…`, `kprobe/f` for `kprobe/f+0x10`. Sections that name nothing are called by their kind, those of cgroups as they are.
 */
export function attachName(section: string): string {
  const parsed = parseSection(section);
  const { kind } = parsed;
  if (kind === 'kprobe' || kind === 'kretprobe') return `${kind}/${parsed.target}`;
  return normalAttach(section);
}

/** The same for a rule, whose target may have stars. */
export function normalAttach(text: string): string {
  const plain = text.replace(/^\?/, '');
  const slash = plain.indexOf('/');
  const prefix = slash < 0 ? plain : plain.slice(0, slash);
  const row = rows.get(plain) ?? rows.get(prefix);
  if (!row || row.kind === 'cgroup') return plain;
  return slash < 0 ? row.kind : `${row.kind}/${plain.slice(slash + 1)}`;
}

const rows = new Map<string, (typeof sectionTable)[number]>(sectionTable.map((row) => [row.prefix, row]));
