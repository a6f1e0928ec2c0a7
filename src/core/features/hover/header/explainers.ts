import { addressExplainer } from './addressHover.ts';
import { antispamExplainer, bigFishExplainer, scoreExplainer } from './antispamHover.ts';
import { authResultsExplainer } from './authResultsHover.ts';
import { dateExplainer, unixTimeExplainer } from './dateHover.ts';
import { amazonExplainer, feedbackIdExplainer, messageIdExplainer } from './identifierHover.ts';
import { listExplainer } from './listHover.ts';
import { contentExplainer, keysExplainer, wordExplainer } from './parameterHover.ts';
import type { Explainer } from './place.ts';
import { receivedExplainer } from './receivedHover.ts';
import { receivedSpfExplainer } from './receivedSpfHover.ts';
import { signatureExplainer } from './signatureHover.ts';
import { barExplainer, rspamdActionExplainer, spamScoreExplainer } from './spamScoreHover.ts';
import { threadIndexExplainer } from './threadIndexHover.ts';

/** Which explainer takes a field's value apart; the first pattern that fits the name in small letters. */
const rows: readonly (readonly [RegExp, Explainer])[] = [
  [/^(?:x-)?received$/, receivedExplainer],
  [/^(?:arc-|x-)?authentication-results(?:-original)?$/, authResultsExplainer],
  [/^received-spf$/, receivedSpfExplainer],
  [
    /^(?:dkim-signature|arc-seal|arc-message-signature|x-google-dkim-signature|domainkey-signature)$/,
    signatureExplainer,
  ],
  [
    /^(?:(?:resent-)?(?:from|sender|reply-to|to|cc|bcc)|return-path|x-return-path|delivered-to|x-original-to|x-original-from|x-google-original-from|envelope-to|x-envelope-(?:to|from)|errors-to|disposition-notification-to|return-receipt-to|x-failed-recipients|x-barracuda-envelope-from|x-mdaemon-deliver-to|author|apparently-to|x-forwarded-(?:to|for)|original-from|cfbl-address)$/,
    addressExplainer,
  ],
  [
    /^(?:(?:resent-|delivery-)?date|deferred-delivery|expires|expiry-date|reply-by|latest-delivery-time|x-originalarrivaltime|x-mdarrival-date|x-ms-exchange-(?:organization|crosstenant)-originalarrivaltime|x-ms-userlastlogontime)$/,
    dateExplainer,
  ],
  [/^x-barracuda-start-time$/, unixTimeExplainer],
  [
    /^(?:(?:resent-|original-|x-google-original-|x-gmail-original-)?message-id|in-reply-to|references|x-ms-exchange-parent-message-id|x-riferimento-message-id|supersedes|obsoletes)$/,
    messageIdExplainer,
  ],
  [
    /^x-(?:forefront-antispam-report|microsoft-antispam(?:-mailbox-delivery)?|ms-antispam-report|ms-exchange-organization-antispam-report|ms-office365-filtering-ht|forefront-prvs|microsoft-antispam-report-test|exchange-antispam-report(?:-cfa)?-test)(?:-untrusted)?$/,
    antispamExplainer,
  ],
  [/^x-bigfish$/, bigFishExplainer],
  [
    /^x-(?:spamscore|fb-ss|spam-score|mimecast-spam-score|barracuda-spam-score|sbrs|cmae-score|cm-score|clx-score|vr-spamscore|pm-spamscore|ms-exchange-organization-(?:original-)?(?:scl|pcl))$/,
    scoreExplainer,
  ],
  [
    /^x-(?:spam-status|spam-report|spamd-result|rspamd-report|barracuda-spam-(?:status|report)|bess-spam-(?:status|report)|[\w-]{0,40}mailscanner-spamcheck)$/,
    spamScoreExplainer,
  ],
  [/^x-(?:spam-action|rspamd-action)$/, rspamdActionExplainer],
  [/^x-(?:spam-level|spam-bar|spamd-bar)$/, barExplainer],
  [/^thread-index$/, threadIndexExplainer],
  [/^list-(?:unsubscribe|unsubscribe-post|subscribe|help|post|owner|archive)$/, listExplainer],
  [/^content-(?:type|disposition)$/, contentExplainer],
  [/^(?:x-)?feedback-id$/, feedbackIdExplainer],
  [/^x-ses-outgoing$/, amazonExplainer],
  [
    /^(?:x-(?:proofpoint-(?:spam-details|virus-version)|ppe-trusted|mimecast-impersonation-protect|ironport-av|ui-(?:out-)?filterresults|ms-exchange-(?:crosstenant-originalattributedtenantconnectingip|skiplistedinternetsender|externaloriginalinternetsender))|autocrypt(?:-gossip)?|bimi-(?:selector|location))$/,
    keysExplainer,
  ],
];

/** Fixed words are looked for in every other field. */
export const explainerOf = (name: string): Explainer => {
  const key = name.toLowerCase();
  return rows.find(([pattern]) => pattern.test(key))?.[1] ?? wordExplainer;
};
