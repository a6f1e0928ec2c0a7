import { readBase64 } from '../text/base64.ts';
import { asCharacters } from '../text/utf8.ts';
import { plainValue } from './found/plainValue.ts';
import { because, type Meaning } from './meaning.ts';
import { act, type RowStep } from './steps.ts';

/** Digits that are decoded: the errors of servers are short. */
const LONGEST = 2000;
const ALONE = /^\s{0,10}(?:334[ -])?\s{0,10}(eyJ[A-Za-z0-9+/]{10,2000}={0,2})\s{0,10}$/;

/** What the server says of a token that it refuses, in the members that RFC 7628 3.2.2 and Google's XOAUTH2 name. */
interface TokenError {
  readonly status?: string;
  readonly scope?: string;
  readonly description?: string;
}

const renew = act('Sign in anew, or refresh the token, so that the program gets a fresh one.');
const user = act('Check that the token was issued for the very mailbox that is named as user.');

/**
 * A challenge of 334 that is JSON in base64 is no step of the login but its failure: the client answers with an empty
 * line, and the refusal comes as the next reply (RFC 7628 3.2.3).
 */
export function refusedToken(words: string): Meaning | undefined {
  const digits = ALONE.exec(words.slice(0, LONGEST))?.[1];
  const error = digits === undefined ? undefined : errorIn(digits);
  return error && explain(error);
}

function errorIn(digits: string): TokenError | undefined {
  const { octets } = readBase64(digits);
  const text = asCharacters(octets);
  const member = (name: string): string | undefined =>
    new RegExp(`"${name}"\\s{0,5}:\\s{0,5}"?([^"{}]{1,300})`).exec(text)?.[1]?.trim();
  const status = member('status') ?? member('error');
  if (status === undefined) return undefined;
  const scope = member('scope');
  const description = member('error_description');
  return { status, ...(scope !== undefined && { scope }), ...(description !== undefined && { description }) };
}

function explain({ status = '', scope, description = '' }: TokenError): Meaning {
  const wanted = scope === undefined ? '' : ` The server wants one for ${plainValue(scope)}.`;
  const { cause, next } = causeOf(`${status} ${description}`);
  return because(
    'login-failed',
    `The server refuses the token of the login (OAuth): ${cause} (status ${plainValue(status)}).${wanted}`,
    ['RFC 7628 3.2.2', 'RFC 7628 3.2.3'],
    {
      tells: { otherLogin: true },
      next: [
        ...next,
        ...(scope === undefined ? [] : [act(`Ask for a token with the scope ${plainValue(scope)}.`, 'sending admin')]),
      ],
    },
  );
}

function causeOf(status: string): { readonly cause: string; readonly next: readonly RowStep[] } {
  if (/scope/i.test(status)) {
    return { cause: 'it was issued with another scope than the server wants', next: [] };
  }
  if (/tenant|AADSTS(?:50020|90002|700016)/i.test(status)) {
    return {
      cause: 'it was issued by another tenant than that of the mailbox',
      next: [act('Ask for the token at the tenant in which the mailbox is.', 'sending admin'), user],
    };
  }
  if (/invalid_request/i.test(status)) {
    return {
      cause: 'what the client sent is not in the form that the mechanism wants',
      next: [act('Check that the client sends user name and token as XOAUTH2 or OAUTHBEARER has it.', 'sending admin')],
    };
  }
  return { cause: 'it has expired, was revoked, or is not valid for this mailbox', next: [renew, user] };
}
