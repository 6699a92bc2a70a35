/**
 * A JSON value as YAML 1.2 in block style, for `--yaml`. Strings are written as JSON, which YAML's double-quoted
 * style includes, so that no text can be taken for anything else.
 */
export function toYaml(value: unknown): string {
  return isCollection(value) ? `${block(value, '').join('\n')}\n` : `${JSON.stringify(value)}\n`;
}

function block(value: object, indent: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => entry('-', item, indent));
  return Object.entries(value).flatMap(([key, item]) => entry(`${plainKey(key)}:`, item, indent));
}

function entry(head: string, item: unknown, indent: string): string[] {
  if (isCollection(item)) return [`${indent}${head}`, ...block(item, `${indent}  `)];
  return [`${indent}${head} ${JSON.stringify(item)}`];
}

// Empty ones are written as in JSON, on the line of their key.
function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

// Words that YAML would read as something else than a string are quoted.
function plainKey(key: string): string {
  const plain =
    /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key);
  return plain ? key : JSON.stringify(key);
}
