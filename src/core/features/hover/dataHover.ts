import type { Answer } from '../../dns/lookup.ts';
import { readTlsa } from '../../dns/records/tlsa.ts';
import { recordWords } from '../../knowledge/dnsRecords.ts';
import type { HoverText } from './hoverText.ts';
import { explain, lifetime } from './recordHover.ts';

/** Records without a text: TLSA, CAA, SRV, SVCB and HTTPS, DS, SOA, CNAME. Undefined for other types. */
export function dataHover(answer: Answer, type: string): HoverText | undefined {
  const data = answer.data.trim();
  const tell = (key: string, facts: readonly string[] = []): HoverText | undefined =>
    explain(answer, `${type} ${data}`, recordWords.get(key), [...facts, ...lifetime(answer)]);
  switch (type) {
    case 'TLSA':
    case 'TYPE52':
      return tell('tlsa', tlsaFacts(data));
    case 'CAA':
    case 'TYPE257': {
      const tag = /^\d{1,3}\s{1,20}"?([a-z]{1,20})"?/i.exec(data)?.[1]?.toLowerCase() ?? '';
      return tell('caa', values('caa', tag));
    }
    case 'SRV': {
      const [priority, weight, port, target] = data.split(/\s+/);
      if (target === '.') return tell('srv none');
      return target === undefined
        ? tell('srv')
        : tell('srv', [`Here: ${target.replace(/\.$/, '')}, port ${port}, priority ${priority}, weight ${weight}.`]);
    }
    case 'SVCB':
    case 'HTTPS':
      return tell('svcb', /^0\s/.test(data) ? [`Here: an alias for ${data.slice(1).trim()}`] : []);
    case 'DS':
    case 'CDS':
      return tell('ds', values('ds', data.split(/\s+/)[2] ?? ''));
    case 'SOA': {
      const serial = data.split(/\s+/)[2];
      return tell('soa', serial === undefined ? [] : [`The serial is ${serial}.`]);
    }
    case 'CNAME':
      return tell('cname');
    default:
      return undefined;
  }
}

function tlsaFacts(data: string): readonly string[] {
  const tlsa = readTlsa(data);
  return tlsa === undefined
    ? []
    : [
        ...values('tlsa usage', String(tlsa.usage)).map((one) => `Usage ${one}`),
        ...values('tlsa selector', String(tlsa.selector)).map((one) => `Selector ${one}`),
        ...values('tlsa matching', String(tlsa.matching)).map((one) => `Matching type ${one}`),
      ];
}

function values(key: string, value: string): readonly string[] {
  const found = recordWords.get(key)?.values.get(value);
  return found === undefined ? [] : [found];
}
