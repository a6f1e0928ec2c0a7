/** About what a domain must publish to have its mail with a service. */
export interface ReadyFindings {
  'ready-service-unknown': { readonly service: string; readonly known: readonly string[] };
  'ready-mx': { readonly service: string; readonly expected: readonly string[]; readonly mx: string };
  'ready-mx-others': { readonly service: string; readonly others: readonly string[] };
  'ready-spf': { readonly service: string; readonly include: string; readonly text: string };
  'ready-dkim': { readonly service: string; readonly selectors: readonly string[] };
  'ready-autodiscover': { readonly service: string; readonly found: string; readonly expected: string };
  'ready-relay-mx': { readonly relay: string; readonly preference: number };
  'ready-relay-spf': { readonly relay: string; readonly addresses: readonly string[]; readonly result: string };
  'ready-relay-address': { readonly relay: string };
  'ready-all': { readonly service: string; readonly parts: readonly string[] };
}
