/** A name of DNS without the dot that ends it (RFC 1034 3.1); the root stays a dot. */
export const withoutDot = (name: string): string => (name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name);

/** The same, and the root as no name: a null MX (RFC 7505 3) names nobody. */
export const hostOf = (name: string): string => (name === '.' ? '' : withoutDot(name));

export const sameName = (a: string, b: string): boolean => withoutDot(a).toLowerCase() === withoutDot(b).toLowerCase();
