/** Characters that the end of a host's name may have to be kept together. */
const END = 20;
/** Characters of the end of a name whose last two labels are longer. */
const LAST = 12;

/**
 * A host's name in two: what may be cut at its end where there is no room, and what stays, its domain. The second is
 * empty where all of it is short or one label.
 */
export function halvesOf(name: string): readonly [start: string, end: string] {
  if (name.length <= LAST) return [name, ''];
  const dot = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
  const domain = name.slice(dot + 1);
  if (dot > 0 && domain.length <= END) return [name.slice(0, dot + 1), domain];
  return dot < 0 && name.length <= END ? [name, ''] : [name.slice(0, -LAST), name.slice(-LAST)];
}

/** A name in at most so many characters (8 or more), cut in its middle so that its domain is kept. */
export function shortName(name: string, most: number): string {
  if (name.length <= most) return name;
  const [, end] = halvesOf(name);
  const kept = end === '' || end.length > most - 4 ? name.slice(-Math.floor(most / 2)) : end;
  return `${name.slice(0, most - kept.length - 1)}\u2026${kept}`;
}

/**
 * Whether two names are those of one server: the same, or the same first label in the same domain, as services call a
 * server one thing inside and another outside (`DB5EUR03FT053.mail.protection.outlook.com`).
 */
export function isSameServer(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return true;
  const [label] = a.split('.', 1);
  const [, domain] = halvesOf(a);
  return domain !== '' && domain.includes('.') && b.startsWith(`${label}.`) && b.endsWith(`.${domain}`);
}
