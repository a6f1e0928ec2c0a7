import { TYPES } from './recordTypes.ts';

/** Properties of a record object by their names in small letters. */
export type Properties = ReadonlyMap<string, string>;

export const isType = (text: string): boolean => TYPES.has(text) || /^(?:TYPE|UNKNOWN_?)\d{0,5}$/i.test(text);

/** The record's data in zone-file form. */
export function recordData(type: string, properties: Properties): string {
  const get = (...names: readonly string[]): string => {
    for (const name of names) {
      const value = properties.get(name)?.trim();
      if (value !== undefined && value !== '') return value;
    }
    return '';
  };
  switch (type) {
    case 'A':
      return get('ipaddress', 'ip4address');
    case 'AAAA':
      return get('ipaddress', 'ip6address');
    case 'MX':
      return `${get('preference')} ${dotted(get('nameexchange', 'exchange'))}`;
    case 'NS':
    case 'CNAME':
    case 'PTR':
    case 'DNAME':
      return dotted(get('namehost', 'server'));
    case 'TXT':
      return strings(get('strings', 'text'));
    case 'SRV':
      return `${get('priority')} ${get('weight')} ${get('port')} ${dotted(get('nametarget', 'target'))}`;
    case 'SOA':
      return [
        dotted(get('primaryserver')),
        dotted(get('nameadministrator', 'administrator')),
        get('serialnumber'),
        get('timetozonerefresh'),
        get('timetozonefailureretry'),
        get('timetoexpiration'),
        get('defaultttl'),
      ]
        .filter((value) => value !== '')
        .join(' ');
    default:
      return get('data', 'strings', 'namehost');
  }
}

const dotted = (name: string): string => (name === '' || name.endsWith('.') ? name : `${name}.`);

/**
 * `{v=DKIM1; k=rsa; p=MIIB, IDAQAB}`: the strings of a TXT, a comma between them, without their quotes. Blanks at the
 * ends of strings are lost, so that the terms of SPF are given one.
 */
function strings(text: string): string {
  const inner = text.replace(/^\{/, '').replace(/\}$/, '');
  const isSpf = /^v=spf1 /i.test(inner);
  return inner
    .split(', ')
    .map((one, i, all) => `"${one.replaceAll('"', '\\"')}${isSpf && i < all.length - 1 ? ' ' : ''}"`)
    .join(' ');
}
