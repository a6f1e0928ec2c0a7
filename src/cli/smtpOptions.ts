import type { OptionRows } from './options.ts';

/** What `mail-triage smtp` is asked to do on a connection, beside where it connects. */
export const planOptions = {
  from: { kind: 'text', value: 'SENDER', about: 'say MAIL with this sender; empty is the null sender' },
  to: {
    kind: 'texts',
    value: 'RECIPIENT',
    about: 'say RCPT with this recipient; may be given again; without --message nothing is sent',
  },
  'stop-after': {
    kind: 'text',
    value: 'STEP',
    about: 'end behind CONNECT, PROXY, BANNER, FIRST-EHLO, TLS, EHLO, XCLIENT, AUTH, MAIL, RCPT or DATA',
  },
  tls: {
    kind: 'text',
    value: 'auto|required|none|implicit',
    about: 'STARTTLS where it is offered, not without it, never, or TLS from the first byte',
  },
  lmtp: { kind: 'flag', about: 'LMTP: LHLO, and an answer for each recipient' },
  message: { kind: 'text', value: 'FILE', about: 'send this message; asks before, unless --send is given' },
  send: { kind: 'flag', about: 'send the message without asking' },
  pipelining: { kind: 'flag', about: 'send the envelope at once, where PIPELINING is offered' },
  chunking: { kind: 'flag', about: 'send the message by BDAT, where CHUNKING is offered' },
  prdr: { kind: 'flag', about: 'ask for an answer for each recipient, where PRDR is offered' },
  requiretls: { kind: 'flag', about: 'say REQUIRETLS; ends where it is not offered' },
  smtputf8: { kind: 'flag', about: 'say SMTPUTF8; done anyway where an address needs it' },
  body: { kind: 'text', value: '7BIT|8BITMIME', about: 'say BODY; done anyway where the message needs it' },
  size: {
    kind: 'count',
    value: 'OCTETS',
    about: 'say SIZE with this, to try the limit of the server without a message',
  },
  notify: { kind: 'text', value: 'SUCCESS,FAILURE,DELAY|NEVER', about: 'when to send a delivery status notification' },
  ret: { kind: 'text', value: 'FULL|HDRS', about: 'how much of the message shall be in it' },
  envid: { kind: 'text', value: 'ID', about: 'what it shall name the envelope' },
  'proxy-header': {
    kind: 'text',
    value: 'ADDRESS[:PORT]',
    about: 'send a PROXY header of this client first, to a server of yours that wants one',
  },
  'proxy-version': {
    kind: 'text',
    value: '1|2',
    about: 'of the PROXY header: 1, a line of text, or 2, which is binary',
  },
  xclient: {
    kind: 'text',
    value: '"ADDR=… NAME=…"',
    about: 'say XCLIENT with this, to a server of yours that trusts us',
  },
} as const satisfies OptionRows;
