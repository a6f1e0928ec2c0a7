interface Validation {
  readonly value: unknown;
  readonly error?: Error;
}

interface Schema {
  validate(value: unknown): Validation;
}

interface StringSchemas {
  base64(options: unknown): Schema;
  domain(options: unknown): Schema;
}

/**
 * Takes the place of joi in the bundle: the two schemas that mailauth makes of it, for the key of a DKIM record and for
 * the domain of SPF. What they accept is what joi accepts. Options that mailauth does not give today end the program
 * when it is loaded.
 */
export const string = (): StringSchemas => ({
  base64: (options) => {
    insist(options, '{"paddingRequired":false}');
    return schema('base64', (value) =>
      /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}(?:==)?|[A-Za-z\d+/]{3}=?)?$/.test(value),
    );
  },
  domain: (options) => {
    insist(options, '{"allowUnicode":false,"tlds":false}');
    return schema('a domain', isDomain);
  },
});

function insist(options: unknown, wanted: string): void {
  const given = JSON.stringify(options);
  if (given !== wanted) throw new TypeError(`options ${given} where ${wanted} is known`);
}

const schema = (kind: string, accepts: (value: string) => boolean): Schema => ({
  validate: (value) => {
    // joi takes what is missing for valid, and an empty string not.
    const valid = value === undefined || (typeof value === 'string' && value !== '' && accepts(value));
    return valid ? { value } : { value, error: new TypeError(`not ${kind}`) };
  },
});

/** Two labels at least (RFC 1035 2.3.1), the last of which starts with a letter. */
function isDomain(value: string): boolean {
  const labels = value.split('.');
  return (
    value.length <= 256 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label)) &&
    /^[a-z]/i.test(labels.at(-1) as string)
  );
}
