/** Mnemonics of record types, and of the transfers that are asked for like one. */
export const TYPES: ReadonlySet<string> = new Set(
  'A AAAA MX TXT NS SOA PTR CNAME SRV CAA TLSA SPF ANY DS DNSKEY RRSIG NSEC NSEC3 NSEC3PARAM NAPTR DNAME HTTPS SVCB SSHFP HINFO LOC AXFR IXFR CDS CDNSKEY SMIMEA OPENPGPKEY URI RP AFSDB CERT'.split(
    ' ',
  ),
);
