import { escapeText } from '../../core/escape.js';
import { message, type Phrase, type Translate } from '../../core/message.js';
import type { BundleDescription, SourceDescription } from './describe-source.js';
import type { TrustDescription } from './describe-trust.js';
import { capabilityPhrase } from './find-capabilities.js';
import { mapPhrase } from './map-phrase.js';
import { placePhrase } from './place-phrase.js';
import { reasonPhrase } from './reason-phrase.js';
import { trustPhrases } from './trust-phrases.js';
import type { Capability, EventDescription, PackageDescription, ProgramDescription } from './types.js';

/** What is known of the file beside what is in it. */
export interface PackageFacts extends SourceDescription {
  /** As the user called it. */
  readonly source: string;
  readonly trust: TrustDescription;
}

/** A description in plain words. Foreign text in it is escaped. */
export function descriptionText(
  description: PackageDescription,
  facts: PackageFacts,
  translate: Translate,
): string {
  const parts: readonly (readonly string[])[] = [
    aboutLines(description),
    part(message`Programs:`, description.programs.flatMap(programLines)),
    part(message`It can see:`, capabilityLines(description.sees)),
    part(message`It can change:`, capabilityLines(description.changes)),
    part(message`Maps:`, aligned(description.maps.map((map) => [map.name, mapPhrase(map)]))),
    part(message`Arguments:`, argumentLines(description)),
    part(message`It prints:`, description.events.flatMap(eventLines)),
    part(message`It needs:`, needLines(description)),
    part(message`Package:`, packageLines(description, facts)),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;

  function part(title: Phrase, lines: readonly string[]): readonly string[] {
    return [translate(title), ...(lines.length > 0 ? lines : [`  ${translate(message`nothing`)}`])];
  }

  function say(phrase: Phrase): string {
    return escapeText(translate(phrase));
  }

  function aboutLines({ name, about }: PackageDescription): readonly string[] {
    return [escapeText(name), ...(about === undefined ? [] : [escapeText(about, { keepLines: true })])];
  }

  function programLines(program: ProgramDescription): readonly string[] {
    const { name, section, places, instructions, helpers, kernelFunctions } = program;
    const calls = [...helpers, ...kernelFunctions].join(', ');
    return [
      `  ${say(message`${name}  (${section}, ${instructions} instructions)`)}`,
      `    ${say(placePhrase(section))}`,
      ...places.slice(1).map((place) => `    ${say(message`or else: ${place.section}`)}`),
      ...marksOf(program).map((mark) => `    ${say(mark)}`),
      ...(calls === '' ? [] : [`    ${say(message`calls ${calls}`)}`]),
    ];
  }

  function capabilityLines(capabilities: readonly Capability[]): readonly string[] {
    return capabilities.flatMap((capability) => [
      `  ${say(capabilityPhrase(capability))}`,
      ...capability.by.map(({ program, through }) =>
        escapeText(program === '' ? `    ${through.join(', ')}` : `    ${program}: ${through.join(', ')}`),
      ),
    ]);
  }

  function aligned(pairs: readonly (readonly [left: string, right: Phrase])[]): readonly string[] {
    const lefts = pairs.map(([left]) => escapeText(left));
    const width = Math.min(40, Math.max(0, ...lefts.map((left) => left.length)));
    return pairs.map(([, right], index) =>
      `  ${(lefts[index] ?? '').padEnd(width)}  ${say(right)}`.trimEnd(),
    );
  }

  function argumentLines({ arguments: found }: PackageDescription): readonly string[] {
    return aligned(
      found.map(({ name, type, help, default: text }) => [
        `--${name} <${type}>`,
        help === undefined
          ? message`default ${text === '' ? '""' : text}`
          : message`${help} (default ${text === '' ? '""' : text})`,
      ]),
    );
  }

  function eventLines(event: EventDescription): readonly string[] {
    return [
      `  ${say(eventPhrase(event))}`,
      ...aligned(event.fields.map(({ name, type }) => [name, type])).map((line) => `  ${line}`),
    ];
  }

  function needLines({ needs, license }: PackageDescription): readonly string[] {
    return [
      `  ${say(message`Linux ${needs.linux} or later, for`)}`,
      // What older kernels have as well is in the JSON.
      ...needs.reasons
        .filter(({ linux }) => linux === needs.linux)
        .map((reason) => `    ${say(reasonPhrase(reason))}`),
      ...(needs.relocations > 0
        ? [`  ${say(message`types of the kernel (BTF): ${needs.relocations} accesses are fitted to them`)}`]
        : []),
      `  ${say(license === undefined ? message`no license, so few helpers` : message`license ${license}`)}`,
    ];
  }

  function packageLines(
    { builder, objectSize, objectDigest }: PackageDescription,
    { source, origin, size, digest, bundle, trust }: PackageFacts,
  ): readonly string[] {
    return [
      origin === 'oci'
        ? message`${source}: ${size} bytes, its manifest ${digest}`
        : message`${source}: ${size} bytes, ${digest}`,
      ...(bundle === undefined ? [] : bundlePhrases(bundle)),
      message`its object: ${objectSize} bytes, ${objectDigest}`,
      builderPhrase(builder),
      ...trustPhrases(trust),
    ].map((phrase) => `  ${say(phrase)}`);
  }
}

function marksOf(program: ProgramDescription): readonly Phrase[] {
  const { loaded, attached, optional, alternative, sleepable } = program;
  return [
    ...(loaded ? [] : [message`never loaded`]),
    ...(attached || !loaded ? [] : [message`loaded, not attached`]),
    ...(sleepable ? [message`may sleep`] : []),
    ...(optional ? [message`left out where the kernel has no place for it`] : []),
    ...(alternative === undefined ? [] : [message`one of the alternatives ${alternative}`]),
  ];
}

function eventPhrase({ from, form, type }: EventDescription): Phrase {
  switch (form) {
    case 'records':
      return message`${from}: ${type ?? ''}`;
    case 'samples':
      return message`${from}: entries of the map, at intervals`;
    case 'histogram':
      return message`${from}: histograms, at intervals`;
    case 'stacks':
      return message`${from}: call stacks, ${type ?? ''}`;
    case 'trace':
      return message`${from}: lines of text (bpf_printk)`;
    case 'text':
      return message`${from}: lines of text, as the iterator writes them`;
    default:
      return form satisfies never;
  }
}

function bundlePhrases({ packageSize, packageDigest, kernels }: BundleDescription): readonly Phrase[] {
  return [
    message`a bundle; its package.json: ${packageSize} bytes, ${packageDigest}`,
    ...(kernels.length === 0 ? [] : [message`types of these kernels: ${kernels.join(', ')}`]),
  ];
}

function builderPhrase({ tsecc, eunomia }: PackageDescription['builder']): Phrase {
  if (tsecc !== undefined) return message`made by tsecc ${tsecc}, by what it says`;
  return eunomia === undefined
    ? message`does not say what made it`
    : message`made for eunomia-bpf ${eunomia}, by what it says`;
}
