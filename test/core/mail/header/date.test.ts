import assert from 'node:assert/strict';
import { momentProblem, readDate } from '../../../../src/core/mail/header/date.ts';
import type { DateProblem } from '../../../../src/core/mail/message.ts';

/** Reads a date; `utc` is what it means, undefined where it must stay unread. */
function reads(text: string, utc: string | undefined, ...problems: DateProblem[]): void {
  const date = readDate(text, 0, text.length);
  const epoch = date.epoch === undefined ? undefined : new Date(date.epoch).toISOString().replace('.000Z', 'Z');
  assert.deepEqual({ epoch, problems: date.problems }, { epoch: utc, problems }, text);
}

describe('a date', () => {
  it('of RFC 5322 3.3', () => {
    reads('Sat, 21 Apr 2018 03:01:01 +0000', '2018-04-21T03:01:01Z');
    reads('Sat, 21 Apr 2018 03:01:01 -0400 (EDT)', '2018-04-21T07:01:01Z');
    reads('21 Apr 2018 03:01 +0530', '2018-04-20T21:31:00Z');
    reads('1 Jan 2018 03:01:01 -0000', '2018-01-01T03:01:01Z');
    reads('Fri, 31 Dec 1999 23:59:60 +0000', '2000-01-01T00:00:00Z', 'leap-second');
  });

  it('of RFC 5322 4.3: zone names, short years, comments anywhere', () => {
    reads('Sat, 21 Apr 2018 03:01:01 GMT', '2018-04-21T03:01:01Z');
    reads('Sat, 21 Apr 2018 03:01:01 EST', '2018-04-21T08:01:01Z');
    reads('Sat, 21 Apr 2018 03:01:01 est', '2018-04-21T08:01:01Z');
    reads('Sat, 21 Apr 2018 03:01:01 PDT', '2018-04-21T10:01:01Z');
    reads('Sat, 21 Apr 2018 03:01:01 Z', '2018-04-21T03:01:01Z');
    reads('Sat, 21 Apr 18 03:01:01 UT', '2018-04-21T03:01:01Z', 'two-digit-year');
    reads('21 Apr 98 03:01:01 UT', '1998-04-21T03:01:01Z', 'two-digit-year');
    reads('21 Apr 118 03:01:01 UT', '2018-04-21T03:01:01Z', 'two-digit-year');
    reads('Sat (that (nice) day), 21 Apr (IV) 2018 03 : 01 : 01 +0000', '2018-04-21T03:01:01Z');
    reads('Sat,\r\n 21 Apr\r\n\t2018 03:01:01 +0000', '2018-04-21T03:01:01Z');
  });

  it('whose zone is not known stays without a moment', () => {
    reads('Sat, 21 Apr 2018 03:01:01 A', undefined, 'unknown-zone');
    reads('Sat, 21 Apr 2018 03:01:01 IST', undefined, 'unknown-zone');
    reads('Sat, 21 Apr 2018 03:01:01 XYZ', undefined, 'unknown-zone');
    reads('Sat, 21 Apr 2018 03:01:01', undefined, 'no-zone');
    reads('Thu Aug 21 12:12:48 2014', undefined, 'no-zone');
    reads('21-Aug-2014 12:12:48', undefined, 'no-zone');
  });

  it('as mailers write it', () => {
    reads('Saturday, 21 April 2018 03:01:01 +0000', '2018-04-21T03:01:01Z');
    reads('Sat, 21 Apr 2018 3:01:01 +0000', '2018-04-21T03:01:01Z');
    reads('Sat, 21 Apr 2018 03:01:01 (UTC)', '2018-04-21T03:01:01Z');
    reads('Sat, 21 Apr 2018 03:01:01.102 +0000 (UTC)', '2018-04-21T03:01:01.102Z');
    reads('2018-04-21 03:01:01.123456789 +0000 UTC', '2018-04-21T03:01:01.123Z');
    reads('2018-04-21 03:01:01.1 +0000 UTC m=+555016.787', '2018-04-21T03:01:01.100Z');
    reads('Sat, 21 Apr 2018 03:01:01 CEST', '2018-04-21T01:01:01Z');
    reads('Apr 21 2018 03:01:01 +0000', '2018-04-21T03:01:01Z');
    reads('Thu Aug 21 12:12:48 2014 +0200', '2014-08-21T10:12:48Z');
    reads('Thu Aug 21 12:12:48 UTC 2014', '2014-08-21T12:12:48Z');
    reads('Sat Apr 21 2018 03:01:01 GMT+0200 (CEST)', '2018-04-21T01:01:01Z');
    reads('21-Aug-2014 12:12:48 +0000', '2014-08-21T12:12:48Z');
    reads('2018-04-21T03:01:01Z', '2018-04-21T03:01:01Z');
    reads('20180421T030101Z', '2018-04-21T03:01:01Z');
    reads('2018042103010112-1234', undefined);
    reads('Fri, 26 Jan 2018 15:54:11 - 0600', '2018-01-26T21:54:11Z');
    reads('4/4/2018 23:01:06 -0400', '2018-04-05T03:01:06Z');
    reads('Saturday, 21-Apr-18 03:01:01 GMT', '2018-04-21T03:01:01Z', 'two-digit-year');
    reads('2018-04-21T03:01:01+00:00', '2018-04-21T03:01:01Z');
    reads('2018-04-21T03:01:01.5-07:00', '2018-04-21T10:01:01.500Z');
    reads('21 Apr 2018 11:01:16 PM -0400', '2018-04-22T03:01:16Z');
    reads('21 Apr 2018 12:00:00 AM +0000', '2018-04-21T00:00:00Z');
    reads('4/20/2018 23:01:06 -0400 (EDT)', '2018-04-21T03:01:06Z');
    reads('20/4/2018 23:01:06 -0400', '2018-04-21T03:01:06Z');
    reads('13/04/2018 03:01:01 +0000', '2018-04-13T03:01:01Z');
  });

  it('that says two things keeps the figures', () => {
    reads('Mon, 21 Apr 2018 03:01:01 +0000', '2018-04-21T03:01:01Z', 'wrong-weekday');
    reads('Sat, 21 Apr 2018 03:01:01 +0000 by hand', '2018-04-21T03:01:01Z', 'trailing-text');
  });

  it('that is none, or could be two, stays unread', () => {
    reads('Fri, 30 Feb 2018 03:01:01 +0000', undefined);
    reads('29 Feb 2019 03:01:01 +0000', undefined);
    reads('29 Feb 2020 03:01:01 +0000', '2020-02-29T03:01:01Z');
    reads('Sat, 21 Apr 2018 24:01:01 +0000', undefined);
    reads('Sat, 21 Apr 2018 03:60:01 +0000', undefined);
    reads('Sat, 21 Apr 2018 03:01:61 +0000', undefined);
    reads('Sat, 21 Apr 2018 03:01:01 +0099', undefined);
    reads('21 Apr 2018 13:01:16 PM -0400', undefined);
    reads('sam., 21 avr 2018 03:01:01 +0000', undefined);
    reads('4/5/2018 23:01:06 -0400', undefined, 'ambiguous-order');
    reads('4-5-2018 23:01:06 -0400', undefined, 'ambiguous-order');
    reads('2018-04-21', undefined);
    reads('Sat, 21 Apr 2018', undefined);
    reads('garbage', undefined);
    reads('', undefined);
    reads('2000', undefined);
  });

  it('tells why it is no moment', () => {
    const problem = (text: string) => momentProblem(readDate(text, 0, text.length));
    assert.equal(problem('21 Apr 2018 03:01:01 +0000'), undefined);
    assert.equal(problem('4/5/2018 23:01:06 -0400'), 'ambiguous-date');
    assert.equal(problem('21 Apr 2018 03:01:01'), 'bad-date');
    assert.equal(momentProblem(undefined), 'no-date');
  });

  it('has problems of a closed set', () => {
    const { problems } = readDate('Fri, 31 Dec 1999 23:59:60 +0000', 0, 31);
    // @ts-expect-error a code that no date has
    assert.ok(!problems.includes('leap-sceond'));
  });

  it('keeps its text and its place, a comment of the zone included', () => {
    const text = 'x; \tSat, 21 Apr 2018\r\n 03:01:01 -0700 (PDT) (and; more)';
    const date = readDate(text, 2, text.length);
    assert.equal(date.text, 'Sat, 21 Apr 2018 03:01:01 -0700 (PDT)');
    assert.equal(text.slice(date.start, date.end), 'Sat, 21 Apr 2018\r\n 03:01:01 -0700 (PDT)');
  });
});

describe('the pieces of a date', () => {
  it('are months and weekdays by their names, whole or cut to three letters and more', () => {
    const months = 'January February March April May June July August September October November December'.split(' ');
    for (const [i, month] of months.entries()) {
      const day = `2018-${String(i + 1).padStart(2, '0')}-02T03:01:01Z`;
      for (const name of [month, month.slice(0, 3), month.toUpperCase().slice(0, 4)])
        reads(`2 ${name} 2018 03:01:01 Z`, day);
      reads(`${month} 2, 2018 03:01:01 Z`, day);
      reads(`2018-${String(i + 1).padStart(2, '0')}-02 03:01:01 Z`, day);
    }
    const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
    for (const [i, day] of days.entries()) {
      reads(`${day}, ${i + 1} Apr 2018 03:01:01 Z`, `2018-04-0${i + 1}T03:01:01Z`);
      reads(`${day.slice(0, 3)}, ${i + 2} Apr 2018 03:01:01 Z`, `2018-04-0${i + 2}T03:01:01Z`, 'wrong-weekday');
    }
    for (const mark of [', ', ',', '. ', ' ', '., ', ''])
      reads(`Mon${mark}2 Apr 2018 03:01:01 Z`, '2018-04-02T03:01:01Z');
    reads('2 Ja 2018 03:01:01 Z', undefined);
    reads('2 Janx 2018 03:01:01 Z', undefined);
    reads('2018-13-02 03:01:01 Z', undefined);
    reads('2018-00-02 03:01:01 Z', undefined);
    reads('Fri, 31 Dec 2021 23:59:60 Z', '2022-01-01T00:00:00Z', 'leap-second');
  });

  it('are hours of half a day', () => {
    for (const [time, utc] of [
      ['12:00 AM', '00:00'],
      ['1:00 am', '01:00'],
      ['11:59 a.m.', '11:59'],
      ['12:00 PM', '12:00'],
      ['1:00pm', '13:00'],
      ['11:59 p.m.', '23:59'],
    ] as const)
      reads(`2 Apr 2018 ${time} +0000`, `2018-04-02T${utc}:00Z`);
    for (const time of ['0:00 AM', '13:00 AM', '0:30 PM']) reads(`2 Apr 2018 ${time} +0000`, undefined);
    reads('2 Apr 2018 23:59:59 Z', '2018-04-02T23:59:59Z');
    reads('2 Apr 2018 3:59 Z', '2018-04-02T03:59:00Z');
    reads('2 Apr 2018 3:9 Z', undefined);
  });

  it('are years that mail can have', () => {
    reads('2 Apr 1900 03:01:01 Z', '1900-04-02T03:01:01Z');
    reads('2 Apr 1899 03:01:01 Z', undefined);
    reads('2 Apr 49 03:01:01 Z', '2049-04-02T03:01:01Z', 'two-digit-year');
    reads('2 Apr 50 03:01:01 Z', '1950-04-02T03:01:01Z', 'two-digit-year');
    reads('2 Apr 100 03:01:01 Z', '2000-04-02T03:01:01Z', 'two-digit-year');
  });

  it('are fractions, which are cut', () => {
    for (const [fraction, milliseconds] of [
      ['.1', '.100'],
      [',12', '.120'],
      ['.1239', '.123'],
      ['.000', ''],
    ] as const)
      reads(`2018-04-02T03:01:01${fraction}Z`, `2018-04-02T03:01:01${milliseconds}Z`);
    reads('20180402T030101.5Z', '2018-04-02T03:01:01.500Z');
    reads('20180402030101Z', '2018-04-02T03:01:01Z');
  });

  it('are zones in figures or by name', () => {
    for (const [zone, utc] of [
      ['+0200', '01:01'],
      ['-0200', '05:01'],
      ['+02:30', '00:31'],
      ['+ 0200', '01:01'],
      ['+02', '01:01'],
      ['GMT+0200', '01:01'],
      ['UTC -02:00', '05:01'],
      ['Z+0100', '02:01'],
      ['-0700 PDT', '10:01'],
      ['(PDT)', '10:01'],
      ['cest', '01:01'],
      ['+0200 CEST m=+0.123', '01:01'],
    ] as const)
      reads(`2 Apr 2018 03:01:00 ${zone}`, `2018-04-02T${utc}:00Z`);
    reads('2 Apr 2018 03:01:00 +0260', undefined);
    reads('Mon Apr 2 03:01:00 -0700 2018', '2018-04-02T10:01:00Z');
    reads('Mon Apr 2 03:01:00 EST 2018', '2018-04-02T08:01:00Z');
    reads('Mon Apr  2 03:01:00 2018 +0100', '2018-04-02T02:01:00Z');
    reads('2 Apr 2018 03:01:00 XYZ', undefined, 'unknown-zone');
    reads('2 Apr 2018 03:01:00 (x)', undefined, 'no-zone');
    reads('2 Apr 2018 03:01:00', undefined, 'no-zone');
    reads('2 Apr 2018 03:01:00 !', undefined, 'no-zone', 'trailing-text');
    reads('2 Apr 2018 03:01:00 +0200 m=+1 x', '2018-04-02T01:01:00Z', 'trailing-text');
  });

  it('are in figures where their order is beyond doubt', () => {
    reads('12/13/2018 03:01:01 Z', '2018-12-13T03:01:01Z');
    reads('13-12-2018 03:01:01 Z', '2018-12-13T03:01:01Z');
    reads('12/12/2018 03:01:01 Z', '2018-12-12T03:01:01Z');
    reads('12/11/2018 03:01:01 Z', undefined, 'ambiguous-order');
    reads('13-12/2018 03:01:01 Z', undefined);
    reads('13/13/2018 03:01:01 Z', undefined);
  });

  it('stand in the first 160 characters, without comments and runs of blanks', () => {
    reads(`(${'x'.repeat(300)}) 2 Apr 2018 03:01:01 Z`, '2018-04-02T03:01:01Z');
    reads(`(${'x'.repeat(700)}) 2 Apr 2018 03:01:01 Z`, undefined);
    reads(`${' '.repeat(300)}2 Apr 2018 03:01:01 Z`, '2018-04-02T03:01:01Z');
    reads('2(a\\)b(c))Apr 2018 03:01:01 Z', '2018-04-02T03:01:01Z');
    reads('2 Apr 2018 03:01:01 Z)', '2018-04-02T03:01:01Z', 'trailing-text');
    const date = readDate(`2 Apr 2018 03:01:01 Z ${'x'.repeat(300)}`, 0, 400);
    assert.equal(date.text, '2 Apr 2018 03:01:01 Z');
    const unread = readDate(' soon (today) ', 0, 14);
    assert.deepEqual([unread.start, unread.end, unread.text], [1, 13, 'soon (today)']);
  });
});
