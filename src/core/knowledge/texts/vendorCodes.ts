import type { Confidence } from '../explanation.ts';
import { because, type Meaning } from '../meaning.ts';
import { act, probe } from '../steps.ts';
import { microsoftCode, microsoftCodes } from './microsoft/microsoftCodes.ts';
import { type SpeakerName, speakers } from './speakers.ts';

/** An enhanced code to which a speaker gives a meaning of its own, whatever the registry says of it. */
interface VendorCode {
  readonly speaker: SpeakerName;
  /** `X.subject.detail`, or with its class where the other class means something else. */
  readonly code: string;
  readonly meaning: Meaning;
}

/** Every code that a vendor uses in a way of its own, Microsoft's own numbers apart. */
export const vendorCodes: readonly VendorCode[] = [
  {
    speaker: 'zoho',
    code: 'X.4.6',
    meaning: because('account-disabled', 'Zoho blocks what this account sends, because of unusual activity.', 'zoho', {
      next: [
        act('Open https://mail.zoho.com/UnblockMe as the owner of the account.', 'sender'),
        act('Check for a stolen password or a script that sends more than it should.'),
      ],
    }),
  },
  {
    speaker: 'google',
    code: 'X.4.5',
    meaning: because('rate-limited', 'The Google account reached its daily sending limit.', 'google', {
      actor: 'sender',
      retry: 'yes',
      next: [act('Send the message again a day later.')],
    }),
  },
  {
    speaker: 'google',
    code: 'X.7.14',
    meaning: because('login-failed', 'Google wants a login in the browser first.', 'google', {
      tells: { otherLogin: true },
      next: [act('Log in with a browser and confirm the security question.'), act('Let the program use OAuth.')],
    }),
  },
  {
    speaker: 'google',
    code: 'X.7.27',
    meaning: because('spf-failed', 'SPF did not pass, and Google wants it of senders of much mail.', 'google'),
  },
  {
    speaker: 'google',
    code: 'X.7.29',
    meaning: because(
      'tls-required',
      'The mail came without TLS, and Google wants it of senders of much mail.',
      'google',
    ),
  },
  {
    speaker: 'google',
    code: 'X.7.30',
    meaning: because('dkim-failed', 'DKIM did not pass, and Google wants it of senders of much mail.', 'google'),
  },
  {
    speaker: 'google',
    code: 'X.7.32',
    meaning: because(
      'dmarc-failed',
      'The From domain is aligned with neither the SPF nor the DKIM domain, says Google.',
      'google',
    ),
  },
  {
    speaker: 'google',
    code: 'X.7.40',
    meaning: because(
      'dmarc-failed',
      'The From domain has no DMARC record, and Google wants one of senders of much mail.',
      'google',
      { next: [act.sender('Publish a DMARC record for the From domain, p=none at least.')] },
    ),
  },
  {
    speaker: 'yahoo',
    code: 'X.7.9',
    meaning: because(
      'sender-unauthenticated',
      'Yahoo refuses the message because SPF, DKIM or DMARC does not pass for the From domain.',
      'yahoo',
      { next: [act.sender('Make SPF or DKIM pass with the same domain that the From field shows.')] },
    ),
  },
  {
    speaker: 'exchange',
    code: '5.1.8',
    meaning: because(
      'account-disabled',
      'Microsoft 365 stopped this account because it sent what looks like spam.',
      'ms-exchange-online',
      {
        next: [
          act('Secure the account: change the password and look for foreign rules.'),
          act('Remove the account from the restricted entities afterwards.'),
        ],
      },
    ),
  },
  {
    speaker: 'exchange',
    code: '5.4.1',
    meaning: because(
      'recipient-unknown',
      'Exchange Online knows no such recipient, or does not take mail for this domain.',
      'ms-exchange-online',
      {
        next: [
          act('Check the address letter by letter.'),
          probe.recipient('Check the MX records, the accepted domain and its type.', 'receiving admin'),
        ],
      },
    ),
  },
  {
    speaker: 'exchange',
    code: '5.7.12',
    meaning: because(
      'recipient-restricted',
      'The recipient takes mail only from inside its organisation.',
      'ms-exchange-online',
    ),
  },
  {
    speaker: 'exchange',
    code: '5.7.13',
    meaning: because(
      'recipient-restricted',
      'The public folder takes mail only from inside its organisation.',
      'ms-exchange-online',
    ),
  },
  {
    speaker: 'exchange',
    code: '5.7.30',
    meaning: because(
      'login-failed',
      'Exchange Online takes no passwords for sending by SMTP any longer: the program has to use OAuth.',
      'ms-basic-retired',
      {
        actor: 'sending admin',
        next: [
          act('Move the program to OAuth.'),
          act('Send through High Volume Email, Azure Communication Services or another relay otherwise.'),
        ],
      },
    ),
  },
];

/** What a vendor means by a code, and whether the text shows that this vendor speaks. */
export interface VendorMeaning {
  readonly meaning: Meaning;
  readonly shown: boolean;
  /** What is known of a range of codes is less sure of each of them. */
  readonly confidence: Confidence;
}

/**
 * What the speaker that a reply shows means by an enhanced code; else what Microsoft means by it, whose numbers nobody
 * else has. `text` is the reply with its codes.
 */
export function vendorCode(
  status: { class: number; subject: number; detail: number },
  text: string,
): VendorMeaning | undefined {
  const detail = `${status.subject}.${status.detail}`;
  const [anyClass, whole] = [`X.${detail}`, `${status.class}.${detail}`];
  const own = vendorCodes.find(
    ({ code, speaker }) => (code === anyClass || code === whole) && speakers[speaker].mark.test(text),
  );
  if (own !== undefined) return { meaning: own.meaning, shown: true, confidence: 'high' };
  const meaning = microsoftCode(status);
  const confidence = meaning === microsoftCodes.get(`X.${detail}`) ? 'high' : 'medium';
  return meaning && { meaning, shown: speakers.exchange.mark.test(text), confidence };
}
