/** A server of the root zone. */
export interface RootServer {
  readonly host: string;
  readonly ipv4: string;
  readonly ipv6: string;
}

const row = (letter: string, ipv4: string, ipv6: string): RootServer => ({
  host: `${letter}.root-servers.net`,
  ipv4,
  ipv6,
});

/** The root hints that IANA publishes (https://www.internic.net/domain/named.root). */
export const rootServers: readonly RootServer[] = [
  row('a', '198.41.0.4', '2001:503:ba3e::2:30'),
  row('b', '170.247.170.2', '2801:1b8:10::b'),
  row('c', '192.33.4.12', '2001:500:2::c'),
  row('d', '199.7.91.13', '2001:500:2d::d'),
  row('e', '192.203.230.10', '2001:500:a8::e'),
  row('f', '192.5.5.241', '2001:500:2f::f'),
  row('g', '192.112.36.4', '2001:500:12::d0d'),
  row('h', '198.97.190.53', '2001:500:1::53'),
  row('i', '192.36.148.17', '2001:7fe::53'),
  row('j', '192.58.128.30', '2001:503:c27::2:30'),
  row('k', '193.0.14.129', '2001:7fd::1'),
  row('l', '199.7.83.42', '2001:500:9f::42'),
  row('m', '202.12.27.33', '2001:dc3::35'),
];
