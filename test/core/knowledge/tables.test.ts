import assert from 'node:assert/strict';
import { authMethods, authResultMeaning, authResults } from '../../../src/core/knowledge/authMethods.ts';
import { commands } from '../../../src/core/knowledge/commands.ts';
import { dnsStatuses } from '../../../src/core/knowledge/dnsStatuses.ts';
import { enhancedClasses, enhancedCodes, enhancedSubjects } from '../../../src/core/knowledge/enhancedCodes.ts';
import { authMechanisms, extensions, mailParameters, rcptParameters } from '../../../src/core/knowledge/extensions.ts';
import { readings } from '../../../src/core/knowledge/grammar/readWords.ts';
import { headerField, headerFields } from '../../../src/core/knowledge/headerFields.ts';
import { reasons } from '../../../src/core/knowledge/reasons.ts';
import { receivedProtocols } from '../../../src/core/knowledge/receivedProtocols.ts';
import { replyCodes } from '../../../src/core/knowledge/replyCodes.ts';
import { currentRfc, rfcs, rfcUrl } from '../../../src/core/knowledge/rfcs.ts';
import type { RowStep } from '../../../src/core/knowledge/steps.ts';
import { microsoftCodes } from '../../../src/core/knowledge/texts/microsoft/microsoftCodes.ts';
import { vendorCodes } from '../../../src/core/knowledge/texts/vendorCodes.ts';
import { allTexts } from '../../../src/core/knowledge/texts.ts';
import {
  traceStatuses,
  trackingEvents,
  trackingFields,
  trackingNumbers,
  trackingSources,
} from '../../../src/core/knowledge/trackingEvents.ts';

interface Row {
  readonly meaning: string;
  /** Words in tables about headers and commands, keys of the table of sources in all that explain. */
  readonly source: string | readonly string[];
  readonly next?: readonly RowStep[];
}

const tables: Readonly<Record<string, Iterable<Row>>> = {
  authMethods: authMethods.values(),
  authResults: authResults.values(),
  commands: commands.values(),
  dnsStatuses: dnsStatuses.values(),
  enhancedClasses: enhancedClasses.values(),
  enhancedCodes: [...enhancedCodes.values()].flatMap(({ general, transient, failure, stages }) => [
    general,
    ...(transient === undefined ? [] : [transient]),
    ...(failure === undefined ? [] : [failure]),
    ...Object.values(stages),
  ]),
  enhancedSubjects: enhancedSubjects.values(),
  authMechanisms: authMechanisms.values(),
  extensions: extensions.values(),
  mailParameters: mailParameters.values(),
  rcptParameters: rcptParameters.values(),
  allTexts,
  readings,
  headerFields: headerFields.values(),
  microsoftCodes: microsoftCodes.values(),
  vendorCodes: vendorCodes.map(({ meaning }) => meaning),
  reasons: Object.values(reasons),
  receivedProtocols: receivedProtocols.values(),
  replyCodes: [...replyCodes.values()].flatMap(({ general, stages }) => [general, ...Object.values(stages)]),
  tracking: [traceStatuses, trackingEvents, trackingFields, trackingNumbers, trackingSources].flatMap((table) => [
    ...table.values(),
  ]),
  rfcs: [...rfcs.values()].map(({ about, source }) => ({ meaning: about, source })),
};

const rows = Object.entries(tables).flatMap(([table, list]) => [...list].map((row) => ({ table, row })));

describe('every row', () => {
  it('is seen', () => {
    assert.ok(rows.length > 1200, String(rows.length));
  });

  it('has a source', () => {
    for (const { table, row } of rows) {
      for (const source of [row.source].flat()) assert.match(source, /^\S{2}/, `${table}: ${row.meaning}`);
    }
  });

  it('is a whole sentence', () => {
    for (const { table, row } of rows) {
      assert.match(
        row.meaning,
        /^(?:[A-Z0-9]|cPanel:|iCloud:|eXpurgate:|fml:|hMailServer:|policyd-weight:|sendmail[: ])[\s\S]*[^ .]\.$/,
        `${table}: ${row.meaning}`,
      );
      assert.doesNotMatch(row.meaning, / {2}|\n|\.\.|\?(?!all)/, `${table}: ${row.meaning}`);
    }
  });

  it('has whole next steps', () => {
    for (const { text: step } of rows.flatMap(({ row }) => row.next ?? [])) {
      assert.match(step, /^[A-Z][\s\S]{5,}\.$/, step);
      assert.doesNotMatch(step, / {2}|\n|please/i, step);
      // Who takes it is data.
      assert.doesNotMatch(step, /^As /, step);
    }
  });

  it('says what to do where somebody has to act', () => {
    for (const [reason, { actor, deed, next }] of Object.entries(reasons)) {
      assert.ok(actor === 'nobody' || (next.length > 0 && deed !== undefined), reason);
    }
  });

  it('rests on RFCs that have a row', () => {
    const missing = new Set<string>();
    for (const { row } of rows) {
      for (const [, number] of [row.source]
        .flat()
        .join('; ')
        .matchAll(/RFC (\d+)/g))
        if (!rfcs.has(Number(number))) missing.add(number as string);
    }
    assert.deepEqual([...missing], []);
  });
});

describe('commands', () => {
  it('are those of RFC 5321 and its extensions', () => {
    const verbs =
      'HELO EHLO LHLO MAIL RCPT DATA BDAT RSET VRFY EXPN HELP NOOP QUIT STARTTLS AUTH ETRN ATRN TURN SEND SOML SAML BURL XCLIENT XFORWARD X-EXPS';
    for (const verb of verbs.split(' ')) assert.ok(commands.has(verb), verb);
  });

  it('are answered by codes that have a row', () => {
    for (const { verb, success, failure } of commands.values()) {
      for (const code of [...success, ...failure]) assert.ok(replyCodes.has(code), `${verb} ${code}`);
      assert.ok(
        success.every((code) => code < 400),
        verb,
      );
      assert.ok(
        failure.every((code) => code >= 400),
        verb,
      );
    }
  });
});

describe('keys', () => {
  it('are in the case that look-up uses', () => {
    for (const key of [
      ...commands.keys(),
      ...extensions.keys(),
      ...receivedProtocols.keys(),
      ...authMechanisms.keys(),
    ]) {
      assert.equal(key, key.toUpperCase());
    }
    for (const key of [...headerFields.keys(), ...authMethods.keys(), ...authResults.keys()])
      assert.equal(key, key.toLowerCase());
  });
});

describe('header fields', () => {
  it('are many', () => {
    assert.ok(headerFields.size >= 250, String(headerFields.size));
  });

  it('are found by name in any case, or by their family', () => {
    assert.equal(headerField('RECEIVED')?.name, 'Received');
    assert.equal(headerField('X-MS-Exchange-Organization-SCL')?.name, 'X-MS-Exchange-Organization-SCL');
    assert.equal(headerField('X-MS-Exchange-Organization-Whatever')?.name, 'X-MS-Exchange-Organization-');
    assert.equal(headerField('X-Nobody-Knows'), undefined);
    assert.equal(headerField('constructor'), undefined);
  });
});

describe('protocols of Received', () => {
  it('tell TLS and login apart', () => {
    const flags = (name: string) => [receivedProtocols.get(name)?.tls, receivedProtocols.get(name)?.auth];
    assert.deepEqual(flags('ESMTP'), [false, false]);
    assert.deepEqual(flags('ESMTPS'), [true, false]);
    assert.deepEqual(flags('ESMTPA'), [false, true]);
    assert.deepEqual(flags('UTF8SMTPSA'), [true, true]);
    assert.deepEqual(flags('MAPI'), [undefined, undefined]);
  });
});

describe('authentication results', () => {
  it('mean something by method and result', () => {
    assert.match(authResultMeaning('SPF', 'SoftFail')?.meaning ?? '', /~all/);
    assert.match(authResultMeaning('dkim', 'fail')?.meaning ?? '', /changed after signing/);
    assert.equal(authResultMeaning('x-tls', 'pass')?.meaning, 'The check passed.');
    assert.equal(authResultMeaning('spf', 'constructor'), undefined);
  });

  it('belong to methods that have a row', () => {
    for (const { method } of authResults.values()) assert.ok(authMethods.has(method), method);
  });
});

describe('RFCs', () => {
  it('include the seventeen that every mail admin should know', () => {
    for (const number of [
      974, 4406, 4408, 4871, 821, 822, 2821, 2822, 5321, 1725, 1939, 2449, 5034, 3501, 1991, 2246, 2595,
    ]) {
      assert.ok(rfcs.has(number), String(number));
    }
  });

  it('know what replaced them', () => {
    assert.equal(currentRfc(821), 5321);
    assert.equal(currentRfc(4408), 7208);
    assert.equal(currentRfc(1991), 9580);
    assert.equal(currentRfc(5321), 5321);
    assert.equal(currentRfc(99999), 99999);
    assert.equal(rfcUrl(5321), 'https://www.rfc-editor.org/rfc/rfc5321');
  });

  it('are obsoleted by newer ones', () => {
    for (const { number, obsoletedBy } of rfcs.values()) {
      assert.ok(
        obsoletedBy.every((newer) => newer > number),
        String(number),
      );
    }
  });
});

describe('DNS statuses', () => {
  it('tell no record from no answer', () => {
    assert.equal(dnsStatuses.get('NXDOMAIN')?.reason, 'domain-not-found');
    assert.equal(dnsStatuses.get('NODATA')?.reason, 'domain-not-found');
    for (const status of ['SERVFAIL', 'REFUSED', 'TIMEOUT', 'CONNECTION-REFUSED', 'BOGUS', 'MALFORMED'] as const) {
      assert.equal(dnsStatuses.get(status)?.reason, 'dns-failure', status);
    }
    assert.equal(dnsStatuses.get('SERVFAIL')?.retry, 'yes');
    assert.equal(dnsStatuses.get('NXDOMAIN')?.retry, 'no');
  });
});
