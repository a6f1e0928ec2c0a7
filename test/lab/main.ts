import { freePort } from '../support/freePort.ts';
import { certificate } from './certificate.ts';
import { type DnsServer, startDnsServer } from './dnsServer.ts';
import { type Behaviour, type SmtpServer, startSmtpServer } from './smtpServer.ts';

interface Address {
  readonly address: string;
  readonly port: number;
}

export interface Lab {
  readonly dns: Address & Pick<DnsServer, 'asked'>;
  /** Workspace settings that send the probes here. */
  readonly settings: Record<string, unknown>;
  /** By `host:port` as the settings redirect it: `mx1.contoso.test:25`. */
  readonly smtp: ReadonlyMap<string, Address>;
  /** The lines that a server heard from its clients, by `host:port`. */
  readonly heard: ReadonlyMap<string, readonly string[]>;
  close(): Promise<void>;
}

/** A DNS server with a made-up zone and SMTP servers that behave well and badly, on free ports of loopback. */
export async function startLab(): Promise<Lab> {
  const servers = new Map<string, SmtpServer>();
  const dns = await startDnsServer();
  for (const [endpoint, behaviour] of Object.entries(await behaviours())) {
    servers.set(endpoint, await startSmtpServer(endpoint.slice(0, endpoint.indexOf(':')), behaviour));
  }
  const closed = await freePort();
  const smtp = new Map<string, Address>([
    ...[...servers].map(([endpoint, { address, port }]) => [endpoint, { address, port }] as const),
    ['refuses.lab.test:25', { address: '127.0.0.1', port: closed }],
  ]);
  return {
    dns,
    smtp,
    heard: new Map([...servers].map(([endpoint, server]) => [endpoint, server.heard])),
    settings: {
      'mailTriage.dns.servers': [`${dns.address}:${dns.port}`],
      'mailTriage.dns.timeout': 2,
      'mailTriage.smtp.timeout': 5,
      'mailTriage.smtp.connectTo': Object.fromEntries(
        [...smtp].map(([endpoint, { address, port }]) => [endpoint, `${address}:${port}`]),
      ),
    },
    close: async () => {
      await Promise.all([dns, ...servers.values()].map((server) => server.close()));
    },
  };
}

async function behaviours(): Promise<Readonly<Record<string, Behaviour>>> {
  const good = await certificate('mx1.contoso.test', ['mx1.contoso.test', 'mx2.contoso.test', '*.fabrikam.test']);
  const labCertificate = await certificate('lab.test', ['*.lab.test']);
  const expired = await certificate(
    'expired.lab.test',
    ['expired.lab.test'],
    new Date('2020-01-01'),
    new Date('2020-02-01'),
  );
  const denied = '554 5.7.1 <user@elsewhere.test>: Relay access denied\r\n';
  return {
    'mx1.contoso.test:25': { tls: good },
    'mx1.contoso.test:465': { tls: good, implicit: true },
    'mx2.contoso.test:25': {
      tls: good,
      rcpt: '450 4.2.0 <user@contoso.test>: Recipient address rejected: Greylisted\r\n',
    },
    'mail.fabrikam.test:25': {
      tls: good,
      banner: '220-mail.fabrikam.test ESMTP\r\n220-No unsolicited mail\r\n220 ready\r\n',
      rcpt: denied,
    },
    'mx.northwind.test:25': { rcpt: '550 5.7.1 Unable to relay\r\n' },
    'nostarttls.lab.test:25': {},
    'multiline.lab.test:25': { banner: '220-multiline.lab.test\r\n220-second line\r\n220 third line\r\n' },
    'latin1.lab.test:25': { banner: '220 latin1.lab.test Gr\xfc\xdfe\r\n' },
    'banner554.lab.test:25': { banner: '554 5.7.1 No SMTP service for you\r\n' },
    'banner421.lab.test:25': { banner: '421 4.3.2 Too many connections\r\n', closes: true },
    'silent.lab.test:25': { banner: '' },
    'closes.lab.test:25': { ehlo: '250-closes.lab.test\r\n250-SIZ', closesAfterEhlo: true },
    'rubbish.lab.test:25': { banner: '\x00\x15\x03\x01 what \x1b[31mis\x1b[0m this\r\n' },
    'expired.lab.test:25': { tls: expired },
    'othername.lab.test:25': { tls: good },
    'heloonly.lab.test:25': { ehlo: '502 5.5.1 Command not implemented\r\n' },
    'mixedcodes.lab.test:25': { ehlo: '250-mixedcodes.lab.test\r\n550-what\r\n250 HELP\r\n' },
    'starttlsrefused.lab.test:25': { tls: labCertificate, starttls: '454 4.7.0 TLS not available\r\n' },
    'brokentls.lab.test:25': { tls: labCertificate, breaksTls: 'rubbish' },
    'mutetls.lab.test:25': { tls: labCertificate, breaksTls: 'silence' },
    'injected.lab.test:25': {
      tls: labCertificate,
      starttls: '220 Ready to start TLS\r\n250 injected in the clear\r\n',
    },
    'endlessline.lab.test:25': { banner: '220 ', flood: 'x'.repeat(1000) },
    'endlessreply.lab.test:25': { banner: '', flood: '220-more\r\n' },
    'flood.lab.test:25': { banner: '', flood: `220-${'x'.repeat(2000)}\r\n` },
  };
}

if (import.meta.main) {
  const lab = await startLab();
  console.log(`DNS ${lab.dns.address}:${lab.dns.port}`);
  for (const [endpoint, { address, port }] of lab.smtp) console.log(`${endpoint} ${address}:${port}`);
  console.log(JSON.stringify(lab.settings, undefined, 2));
  const end = (): void => void lab.close();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
