/** What a domain publishes that has its mail with a service. */
export interface FilterService {
  /** The hosts that its MX records name, and no others, as `mx.filter.test` or `*.filter.test`. */
  readonly mailExchangers?: readonly string[];
  /** Domains that its SPF record must include. */
  readonly spf?: readonly string[];
  /** DKIM selectors under which a key must stand. */
  readonly selectors?: readonly string[];
  /** The domain's own relay, which sends directly: last among the MX records, and allowed by SPF. */
  readonly relay?: string;
  /** Where `autodiscover.` of the domain must lead. */
  readonly autodiscover?: string;
}

/** A service with what is to be published for one domain. */
export interface Service extends FilterService {
  readonly title: string;
  /** The MX data to publish, `0 contoso-test.mail.protection.outlook.com.` */
  readonly mx?: string;
}

/** What Microsoft and Google ask a domain to publish. */
const known: Readonly<Record<string, (domain: string) => Service>> = {
  // https://learn.microsoft.com/microsoft-365/enterprise/external-domain-name-system-records
  microsoft365: (domain) => ({
    title: 'Microsoft 365',
    mailExchangers: [
      '*.mail.protection.outlook.com',
      '*.mx.microsoft',
      '*.mail.protection.office365.us',
      '*.mail.protection.partner.outlook.cn',
    ],
    // How a hyphen of the domain is written is for the admin center to say.
    mx: `0 ${domain.includes('-') ? 'NAME' : domain.replace(/\./g, '-')}.mail.protection.outlook.com.`,
    spf: ['spf.protection.outlook.com'],
    selectors: ['selector1', 'selector2'],
    autodiscover: 'autodiscover.outlook.com',
  }),
  // https://support.google.com/a/answer/174125
  google: () => ({
    title: 'Google Workspace',
    mailExchangers: ['smtp.google.com', '*.google.com', '*.googlemail.com'],
    mx: '1 smtp.google.com.',
    spf: ['_spf.google.com'],
    selectors: ['google'],
  }),
};

/** The service of a name; undefined where there is none of it. */
export function serviceNamed(
  name: string,
  domain: string,
  own: Readonly<Record<string, FilterService>> = {},
): Service | undefined {
  if (Object.hasOwn(own, name)) return { title: name, ...own[name] };
  return Object.hasOwn(known, name) ? known[name]?.(domain) : undefined;
}

export const knownServices: readonly string[] = Object.keys(known);

/** Whether a host is meant by `mx.filter.test` or, with all below, by `*.filter.test`. */
export function isHostOf(pattern: string, host: string): boolean {
  const wanted = pattern.toLowerCase().replace(/\.$/, '');
  const name = host.toLowerCase().replace(/\.$/, '');
  return wanted.startsWith('*.') ? name.endsWith(wanted.slice(1)) : name === wanted;
}
