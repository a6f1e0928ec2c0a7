/** A made-up piece of the DNS, as data. Addresses are loopback ones, so that nothing here can reach out. */

export interface LabRecord {
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'MX' | 'CNAME' | 'TXT' | 'NS' | 'SOA';
  /** In zone-file form. */
  readonly data: string;
}

/** What the server does instead of answering from its records. */
export type DnsTrick =
  | 'servfail'
  | 'refused'
  | 'silent'
  | 'malformed'
  | 'wrong-id-first'
  | 'wrong-question-first'
  | 'no-edns';

const lines = `
contoso.test MX 10 mx1.contoso.test
contoso.test MX 20 mx2.contoso.test
contoso.test TXT v=spf1 mx -all
mx1.contoso.test A 127.0.0.1
mx1.contoso.test AAAA ::1
mx2.contoso.test A 127.0.0.1
fabrikam.test MX 5 mail.fabrikam.test
mail.fabrikam.test A 127.0.0.1
northwind.test MX 10 mx.northwind.test
mx.northwind.test A 127.0.0.1
nomail.test MX 0 .
nomail.test A 127.0.0.1
implicit.test A 127.0.0.1
noaddress.test MX 10 mx.noaddress.test
mx.noaddress.test TXT this host has no address
gonemx.test MX 10 mx.nxdomain.test
alias.test MX 10 mail.alias.test
mail.alias.test CNAME mx1.contoso.test
literal.test MX 10 127.0.0.1
nohost.test TXT there is neither mail nor web here
lamemx.test MX 10 mx1.contoso.test
lamemx.test MX 20 mx.servfail.test
tricky.test A 127.0.0.1
noedns.test A 127.0.0.1
big.test MX 10 mx1.contoso.test
refuses.lab.test A 127.0.0.1
silent.lab.test A 127.0.0.1
closes.lab.test A 127.0.0.1
rubbish.lab.test A 127.0.0.1
banner554.lab.test A 127.0.0.1
banner421.lab.test A 127.0.0.1
expired.lab.test A 127.0.0.1
othername.lab.test A 127.0.0.1
heloonly.lab.test A 127.0.0.1
endlessline.lab.test A 127.0.0.1
endlessreply.lab.test A 127.0.0.1
flood.lab.test A 127.0.0.1
mixedcodes.lab.test A 127.0.0.1
nostarttls.lab.test A 127.0.0.1
starttlsrefused.lab.test A 127.0.0.1
brokentls.lab.test A 127.0.0.1
injected.lab.test A 127.0.0.1
multiline.lab.test A 127.0.0.1
latin1.lab.test A 127.0.0.1
`;

const bigText = [...Array(30).keys()].map((i): LabRecord => {
  const data = `part ${i} ${'x'.repeat(200)}`;
  return { name: 'big.test', type: 'TXT', data };
});

export const zone: readonly LabRecord[] = [
  ...lines
    .trim()
    .split('\n')
    .map((line): LabRecord => {
      const [name, type, ...data] = line.split(' ');
      return { name: name as string, type: type as LabRecord['type'], data: data.join(' ') };
    }),
  ...bigText,
];

/** By name, also for the names below it. */
export const tricks: ReadonlyMap<string, DnsTrick> = new Map([
  ['servfail.test', 'servfail'],
  ['refused.test', 'refused'],
  ['silent.test', 'silent'],
  ['malformed.test', 'malformed'],
  ['tricky.test', 'wrong-id-first'],
  ['wrongquestion.test', 'wrong-question-first'],
  ['noedns.test', 'no-edns'],
]);
