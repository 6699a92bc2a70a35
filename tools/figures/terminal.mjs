// @ts-check
// A picture of a terminal, made of the text that was in it; and that text, read from the picture.

/** A character's width is held by each line's textLength, whatever font there is. */
const character = { width: 7.8, height: 20 };
const padding = { left: 18, top: 50, bottom: 10 };

/**
 * Everything that the template of the picture names.
 *
 * @param {readonly string[]} lines commands after `$ `, and what they printed
 * @param {string} label what it shows, for those who do not see it
 */
export function layOutTerminal(lines, label) {
  const columns = Math.max(...lines.map((line) => line.length));
  const width = Math.ceil(columns * character.width) + 2 * padding.left;
  const height = padding.top + lines.length * character.height + padding.bottom;
  return {
    ...{ width, height, label },
    inner: { width: width - 1, height: height - 1 },
    lines: lines.map((line, index) => {
      // White space before the text is a place, not something to draw.
      const text = line.trimStart();
      const indent = line.length - text.length;
      return {
        text,
        x: (padding.left + indent * character.width).toFixed(1),
        y: padding.top + index * character.height,
        length: (text.length * character.width).toFixed(1),
        className: text.startsWith('$ ') ? 'command' : indent > 0 ? 'event' : 'note',
      };
    }),
  };
}

/**
 * The lines of a picture that was made so.
 *
 * @param {string} svg
 */
export function readTerminal(svg) {
  return [...svg.matchAll(/<text class="\w+" x="([\d.]+)"[^>]*>([^<]*)<\/text>/g)].map(([, x, text = '']) => {
    const indent = Math.round((Number(x) - padding.left) / character.width);
    return ' '.repeat(indent) + unescapeXml(text);
  });
}

/** @type {Readonly<Record<string, string>>} */
const names = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** @param {string} text as Handlebars escapes it */
const unescapeXml = (text) =>
  text.replaceAll(/&(?:#x([0-9A-F]+)|(\w+));/gi, (_, code, name) =>
    code === undefined ? (names[name] ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );
