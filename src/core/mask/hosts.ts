import { operatorOf } from '../knowledge/operators.ts';
import type { MaskChoice, Replacement } from './maskChoice.ts';
import { registrable, type StandIns } from './standIns.ts';

const NAMES = /(?<![A-Za-z0-9._-])[A-Za-z0-9_][A-Za-z0-9_-]{0,62}(?:\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62}){1,12}/g;

/** Endings of host names; any other word with a dot is a class of a program, a file or a field of a result. */
const TLD =
  /\.(?:com|net|org|edu|gov|mil|int|info|biz|name|pro|mobi|test|example|invalid|local|localdomain|lan|internal|intern|intranet|home|corp|private|cloud|online|site|shop|store|email|mail|network|systems|solutions|digital|agency|group|tech|app|dev|xyz|io|(?!py|ts|js|sh|so|rs|md|gz|pm|rb|db|my|cf|mc|ok|id|no)[a-z]{2}|xn--[a-z0-9-]{2,59})$/i;
const FILES =
  /\.(?:txt|log|eml|msg|php|html?|exe|dll|pdf|png|jpe?g|gif|docx?|xlsx?|zip|conf|cnf|json|sock|pem|crt|key)$/i;

/**
 * Besides the operators of mail: makers, lists, programs and papers that everybody knows. Their names say who refuses and
 * why, and nothing of whose ticket it is.
 */
const SERVICES: ReadonlySet<string> = new Set(
  `office.com comcast.net proofpoint.com barracuda.com barracudacentral.org ironport.com cisco.com symantec.com
  trendmicro.com sophos.com fortinet.com cloudflare.com cloudflare.net spamhaus.org spamhaus.com spamcop.net sorbs.net
  uceprotect.net surbl.org uribl.com dnswl.org abuseat.org senderbase.org talosintelligence.com mailchimp.com
  returnpath.net validity.com iana.org ietf.org rfc-editor.org w3.org openspf.org open-spf.org dmarc.org dkim.org
  postfix.org exim.org sendmail.org jetmore.org letsencrypt.org digicert.com`.split(/\s+/),
);

/**
 * The first line of a reply is a code, a hyphen and a name, which reads like a longer name (RFC 5321 4.2).
 * Stand-ins for hosts and domains: those of the ticket's addresses, or by choice all of them.
 */
export function* hostStandIns(text: string, standIns: StandIns, choice: MaskChoice): Iterable<Replacement> {
  for (const match of text.matchAll(NAMES)) {
    const front = /^[2-5][0-5]\d-/.exec(match[0])?.[0].length ?? 0;
    const name = match[0].slice(front).replace(/[-_]+$/, '');
    const start = match.index + front;
    const end = start + name.length;
    if (choice.addresses && standIns.knows(name)) {
      yield { start, end, text: standIns.domain(name) };
      continue;
    }
    const tenant = tenantOf(name, standIns);
    if (tenant !== undefined) yield { start, end, text: tenant };
    else if (choice.hosts && TLD.test(name) && !FILES.test(name) && !isService(name)) {
      yield { start, end, text: standIns.domain(name) };
    }
  }
}

/** What an operator rents out is its customer's, and so is a host that is named after one. */
function isService(name: string): boolean {
  const small = name.toLowerCase();
  const operator = operatorOf(small);
  return operator === undefined ? SERVICES.has(registrable(small)) : operator.namesCustomers !== true;
}

/** Microsoft 365 names the hosts of a domain after it: `contoso-com.mail.protection.outlook.com`. */
function tenantOf(name: string, standIns: StandIns): string | undefined {
  const match = /^([a-z0-9-]{3,100})(\.mail\.(?:protection\.outlook|eo\.outlook)\.com)$/i.exec(name);
  if (match === null) return undefined;
  const dashed = (match[1] as string).toLowerCase();
  for (const [domain, stand] of standIns.domains) {
    if (domain.replaceAll('.', '-') === dashed) return `${stand}-example${match[2]}`;
  }
  return undefined;
}
