import { zoneChecks } from '../../../../src/core/problems/rules/zoneChecks.ts';
import { textFinds } from '../ruleFinds.ts';

describe('a mistake in a zone', () => {
  it('is told where a program that checks zones tells of it', () =>
    textFinds(zoneChecks, [
      [
        "zone a.test/IN: a.test/MX 'mx.a.test' has no address records (A or AAAA)",
        "zone-host-no-address a.test/IN: a.test/MX 'mx.a.test' has no address records (MX, mx.a.test)",
      ],
      [
        "zone a.test/IN: a.test/MX 'mx.a.test' is a CNAME (illegal)",
        "zone-host-alias a.test/IN: a.test/MX 'mx.a.test' is a CNAME (illegal) (MX, mx.a.test)",
      ],
      [
        "zone a.test/IN/internal: NS 'ns.a.test' is below a DNAME (illegal)",
        "zone-host-alias a.test/IN/internal: NS 'ns.a.test' is below a DNAME (NS, ns.a.test)",
      ],
      [
        "zone a.test/IN: _x._tcp.a.test/SRV 'x.b.test' (out of zone) has no addresses records (A or AAAA)",
        "zone-host-no-address a.test/IN: _x._tcp.a.test/SRV 'x.b.test' (out of zone) has no addresses records (SRV, x.b.test)",
      ],
      ["zone a.test/IN: a.test/A 'mx.a.test' has no address records", ''],
      ["zone a.test/IN: a.test/MX 'mx.a.test' has address records", ''],
      [
        'zone a.test/IN: has no NS records',
        'zone-not-loaded zone a.test/IN: has no NS records (a.test, has no NS records)',
      ],
      [
        'zone a.test/IN: has 0 SOA records',
        'zone-not-loaded zone a.test/IN: has 0 SOA records (a.test, has 0 SOA records)',
      ],
      [
        'zone a.test/IN: not loaded due to errors.',
        'zone-not-loaded zone a.test/IN: not loaded due to errors (a.test, )',
      ],
      ['zone a.test/IN: loaded serial 5', ''],
      [
        'dns_rdata_fromtext: db.a:12: near eol: unexpected end of input',
        'zone-line dns_rdata_fromtext: db.a:12: near eol: unexpected end of input (12, near eol: unexpected end of input)',
      ],
      [
        'dns_master_load: db.a:7: no TTL specified',
        'zone-line dns_master_load: db.a:7: no TTL specified (7, no TTL specified)',
      ],
      ['db.a:7: unknown RR type', 'zone-line db.a:7: unknown RR type (7, unknown RR type)'],
      ['db.a:7: CNAME and other data', 'zone-line db.a:7: CNAME and other data (7, CNAME and other data)'],
      ['db.a:7: unbalanced quotes', 'zone-line db.a:7: unbalanced quotes (7, unbalanced quotes)'],
      [
        'db.a:7: multiple RRs of singleton type',
        'zone-line db.a:7: multiple RRs of singleton type (7, multiple RRs of singleton type)',
      ],
      ['db.a:7: all is well', ''],
      ['db.a: unknown RR type', ''],
      [
        '[www.a.test.] another record exists beside CNAME',
        'cname-beside [www.a.test.] another record exists beside CNAME (www.a.test, )',
      ],
      [
        "[Error] CNAME record found, but other records with same label exist, zone 'a.test' label 'www.a.test'",
        "cname-beside [Error] CNAME record found, but other records with same label exist, zone 'a.test' label 'www.a.test' (www.a.test, )",
      ],
      [
        'b.test does not indicate that it accepts DMARC reports about a.test',
        'checker-reports b.test does not indicate that it accepts DMARC reports about a.test (b.test, a.test)',
      ],
      [
        'SPF record requires 12/10 maximum DNS lookups',
        'checker-lookups SPF record requires 12/10 maximum DNS lookups (12, 10, )',
      ],
      [
        'the SPF record has 3/2 maximum void DNS lookups',
        'checker-lookups SPF record has 3/2 maximum void DNS lookups (3, 2, void )',
      ],
      [
        "zone a.test/IN: 'a.test' found SPF/TXT record but no SPF/SPF record found, add matching type SPF record",
        "zone-spf-type 'a.test' found SPF/TXT record but no SPF/SPF record found, add matching type SPF record (a.test)",
      ],
      ['Subject: x / From: a@a.test / To: b@b.test /  / db.a:7: unknown RR type', ''],
    ]));
});
