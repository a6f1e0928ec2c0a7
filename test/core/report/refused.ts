import type { Verdict } from '../../../src/core/verdict/verdict.ts';

export const refused: Verdict = {
  code: 'relaying-denied',
  span: { start: 0, end: 1 },
  role: 'cause',
  failed: true,
  basis: 'words',
  confidence: 'high',
  reply: '550 5.7.1',
  stage: 'RCPT',
  server: 'mx.contoso.test',
  recipients: ['b@c.test'],
  times: 1,
  actor: 'sending admin',
  retry: 'no',
  summary: 'The server does not relay.',
  next: [],
  source: 'RFC 5321',
  sisimai: 'norelaying',
};

/** Nobody said anything. */
export const { reply: _reply, ...silent } = refused;
/** By a server without a name. */
export const { server: _server, ...anonymous } = refused;
