import { isIP } from 'node:net';
import { readEndpoint } from '../../hostName.ts';
import type { Endpoint } from '../../ports.ts';

/** A resolver as people name it, and how it is asked. */
export type DnsServer =
  | { readonly over: 'udp'; readonly endpoint: Endpoint; readonly label: string }
  | { readonly over: 'tls'; readonly endpoint: Endpoint; readonly label: string }
  | { readonly over: 'https'; readonly url: string; readonly label: string };

/**
 * `9.9.9.9`, `[::1]:5353`, `tls://dns.example.net`, `tls://192.0.2.53:853`, `https://dns.example.net/dns-query`;
 * undefined for anything else. A name is taken for TLS and HTTPS only, where the certificate says whose it is.
 */
export function readDnsServer(text: string): DnsServer | undefined {
  const typed = text.trim();
  if (/^https:\/\//i.test(typed)) {
    const url = URL.canParse(typed) ? new URL(typed) : undefined;
    if (url === undefined || url.username !== '' || url.password !== '') return undefined;
    return { over: 'https', url: url.href, label: url.href };
  }
  const tls = /^tls:\/\/(.{1,300})$/i.exec(typed)?.[1];
  if (tls !== undefined) {
    const endpoint = readEndpoint(tls.replace(/\/$/, ''), 853);
    if (endpoint === undefined || !/^[\w.:%-]{1,255}$/.test(endpoint.host)) return undefined;
    return { over: 'tls', endpoint, label: `tls://${endpoint.host}#${endpoint.port}` };
  }
  const endpoint = readEndpoint(typed, 53);
  if (endpoint === undefined || isIP(endpoint.host) === 0) return undefined;
  return { over: 'udp', endpoint, label: `${endpoint.host}#${endpoint.port}` };
}
