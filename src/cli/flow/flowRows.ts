import type { OptionRows } from '../options.ts';

/** What `mail-triage smtp` asks about recipients and policy, in place of a message. */
export const flowOptions = {
  'check-recipients': {
    kind: 'flag',
    about: 'an answer for each --to, and for a made-up address beside them, which tells a catch-all',
  },
  relay: {
    kind: 'flag',
    about:
      'whether the server relays for this machine, from --from to --to; with --i-may-test-this-server, whether it does for anybody, in every classic form',
  },
  exposure: {
    kind: 'flag',
    about:
      'what HELP, VRFY and EXPN tell strangers, and how long arguments are borne; longer than RFC 5321 allows with --i-may-test-this-server',
  },
  restricted: {
    kind: 'text',
    value: 'RANGES',
    about:
      'whether a server that takes mail from these networks only refuses this machine: 192.0.2.0/24, 192.0.2.0/255.255.255.0, 192.0.2.0-255, or a FILE in which they stand',
  },
  'tls-scan': {
    kind: 'flag',
    about:
      'each version of TLS by itself, whose order of ciphers counts, and whether MAIL is taken in the clear; a connection for each, no mail',
  },
  'i-may-test-this-server': {
    kind: 'flag',
    about: 'you run the server, or whoever does lets you test it: for --relay and --exposure in full',
  },
  'own-domain': { kind: 'text', value: 'DOMAIN', about: 'a domain that the server takes mail for' },
  name: { kind: 'texts', value: 'NAME', about: 'a mailbox or list for --exposure; may be given again' },
  view: {
    kind: 'flag',
    about: 'how this machine looks to the server: its name, HELO, SPF of --from, block lists',
  },
  policies: {
    kind: 'flag',
    about:
      'hold TLSA records (DANE) and the MTA-STS policy against what was shown on port 25: those of the domain of --to, with --all of the domain, else of the host',
  },
  'ask-address': {
    kind: 'flag',
    about: 'for --view and --restricted: ask a name server of OpenDNS or Google for the public address of this machine',
  },
  compare: {
    kind: 'text',
    value: 'HOST',
    about: 'where port 25 is silent: try that of this mail server, too, to tell whether the network closes it',
  },
} as const satisfies OptionRows;
