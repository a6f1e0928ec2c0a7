/**
 * An address that no program makes a link of and nobody follows by accident: `hxxps://contoso[.]test`. Only the host and
 * whatever else in it could be taken for an address are changed.
 */
export function defangAddress(address: string): string {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]{0,30}:[/\\]{0,4}/.exec(address)?.[0] ?? '';
  const rest = address.slice(scheme.length);
  const end = /[/\\]$/.test(scheme) || scheme.toLowerCase() === 'mailto:' ? /[/\\?#]/.exec(rest)?.index : 0;
  const host = rest.slice(0, end);
  const behind = end === undefined ? '' : rest.slice(end);
  return `${withoutHttp(scheme)}${defangHost(host)}${behind.replace(/[a-z]{2,5}:\/\/[^/?#&\s]{1,255}/gi, (inner) => withoutHttp(defangHost(inner)))}`;
}

/** `contoso[.]test`; of an IPv6 address the colons. */
export const defangHost = (host: string): string => host.replaceAll('.', '[.]').replace(/@/g, '[@]');

const withoutHttp = (text: string): string =>
  text
    .replace(/^h(tt)(ps?:)/i, (_, tt: string, rest: string) => `h${tt === 'TT' ? 'XX' : 'xx'}${rest}`)
    .replace(/^ftp/i, 'fxp');

/** A sentence in which no name of a host and no address is one that a program makes a link of. */
export const defangWords = (text: string): string =>
  text
    .replace(/[a-z]{2,5}:\/\//gi, withoutHttp)
    .replace(
      /[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,10}\.\p{L}[\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}])/gu,
      (name) => name.replaceAll('.', '[.]'),
    );
