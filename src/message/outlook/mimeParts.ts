/** A name with its address, as a header has it. */
export const mailbox = (name = '', address = ''): string =>
  address === ''
    ? name
    : name === '' || name === address
      ? `<${address}>`
      : `${/^[\w ]*$/.test(name) || /[^ -~]/.test(name) ? name : `"${name.replace(/["\\]/g, '')}"`} <${address}>`;

/** A value on one line; what is not ASCII as encoded words (RFC 2047), of no more than 75 characters each. */
export function encoded(value: string): string {
  const line = value.replace(/\p{Cc}+/gu, ' ').slice(0, 20_000);
  const [, words = line, address = ''] = /^(.*?)( <[^<>]*>)?$/.exec(line) ?? [];
  if (!/[^ -~]/.test(words)) return line;
  const pieces = [...words].reduce<string[]>((all, letter) => {
    const last = all.at(-1);
    if (last !== undefined && Buffer.byteLength(last + letter) <= 42) all[all.length - 1] = last + letter;
    else all.push(letter);
    return all;
  }, []);
  return `${pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ')}${address}`;
}

/** A part: its header, an empty line, its content in base64 or as it is. */
export function part(type: string, content: Buffer, fields: readonly string[] = []): string[] {
  const text = content.toString('latin1');
  const isPlain = type.startsWith('text/') && !/[^\t\r\n -~]|[^\r\n]{990}/.test(text);
  const body = isPlain ? text.split(/\r\n|\n|\r/) : (content.toString('base64').match(/.{1,76}/g) ?? []);
  return [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${isPlain ? '7bit' : 'base64'}`, ...fields, ''].concat(
    body,
  );
}

/** Parts as one of the multipart types; `depth` keeps the boundaries apart. */
export function multipart(kind: string, parts: readonly (readonly string[])[], depth: number): string[] {
  const boundary = `mail-triage-${kind}-${depth}`;
  const lines = [`Content-Type: multipart/${kind}; boundary="${boundary}"`, ''];
  for (const one of parts) {
    lines.push(`--${boundary}`);
    for (const line of one) lines.push(line);
  }
  lines.push(`--${boundary}--`);
  return lines;
}
