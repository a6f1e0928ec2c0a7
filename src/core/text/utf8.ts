/** The octets of a text in UTF-8, a character each (U+0000 to U+00FF). */
export const octetsOfText = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** The text that octets, a character each, spell in UTF-8; undefined where they are none. */
export function textOfOctets(octets: string): string | undefined {
  if (!/[%\u0080-\u00ff]/.test(octets)) return octets;
  const quoted = octets.replace(
    /[%\u0080-\u00ff]/g,
    (octet) => `%${octet.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  try {
    return decodeURIComponent(quoted);
  } catch {
    return undefined;
  }
}
