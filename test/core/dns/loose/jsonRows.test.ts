import assert from 'node:assert/strict';
import { jsonRows, ownerInJson } from '../../../../src/core/dns/loose/jsonRows.ts';

/** The records of a text, each with the text of its place. */
const reads = (text: string, ...expected: readonly string[]): void =>
  assert.deepEqual(
    [...jsonRows(7, text)].map(
      ({ name, type, data, span }) =>
        `${name} ${type} ${data} [${text.slice((span?.start ?? 0) - 7, (span?.end ?? 0) - 7)}]`,
    ),
    expected,
    text,
  );
const whole = 'a.test MX 5 mx.a.test. [mx.a.test]';

describe('records in JSON', () => {
  it('have members by many names, in any case, with or without underscores', () => {
    for (const name of ['name', 'host', 'hostname', 'fqdn', 'subdomain', 'rrset_name', 'Name'])
      reads(`{"type":"MX","${name}":"a.test.","priority":5,"data":"mx.a.test"}`, whole);
    for (const type of ['type', 'record_type', 'recordType', 'rrtype', 'rrset_type', 'rrsettype', 'RRTYPE'])
      reads(`{"${type}":"mx","name":"a.test","priority":5,"data":"mx.a.test"}`, whole);
    for (const pref of ['priority', 'preference', 'prio', 'aux'])
      reads(`{"type":"MX","name":"a.test","${pref}":"5","data":"mx.a.test"}`, whole);
    for (const data of ['content', 'data', 'value', 'target', 'exchange', 'address', 'destination'])
      reads(`{"type":"MX","name":"a.test","prio":5,"${data}":"mx.a.test"}`, whole);
    for (const list of ['records', 'ResourceRecords', 'values', 'rrdatas', 'answers', 'rrset_values'])
      for (const one of [
        '"5 mx.a.test"',
        '{"content":"5 mx.a.test"}',
        '{"Value":"5 mx.a.test"}',
        '{"value":"5 mx.a.test"}',
        '{"data":"5 mx.a.test"}',
      ])
        reads(`{"type":"MX","name":"a.test","${list}":[${one},"",7,{}]}`, 'a.test MX 5 mx.a.test. [5 mx.a.test]');
  });
  it('have a preference of their own before that of the object', () => {
    reads('{"type":"MX","name":"a.test","priority":9,"data":"5 mx.a.test."}', 'a.test MX 5 mx.a.test. [5 mx.a.test.]');
    reads('{"type":"MX","name":"a.test","data":"mx.a.test"}');
    reads('{"type":"MX","name":"a.test","priority":123456,"data":"mx.a.test"}');
    reads('{"type":"MX","name":"a.test","priority":5,"data":"mx a"}');
    reads('{"type":"MX","priority":5,"data":"mx.a.test"}');
    reads('{"type":"CNAME","name":"a.test","data":"b.test"}', 'a.test CNAME b.test. [b.test]');
    reads('{"type":"TXT","name":"a.test","data":"b.test"}');
  });
  it('stand for the whole object where the value is written with escapes', () => {
    const text = '{"type":"CNAME","name":"a.test","data":"b\\u002etest"}';
    reads(text, `a.test CNAME b.test. [${text}]`);
  });
  it('are none where the object is broken, or of something else', () => {
    reads('{"type":"MX","name":"a.test","priority":5,"data":"mx.a.test"');
    reads('{"type":"MX","name":"a.test","priority":5,"data":mx.a.test}');
    reads('{"toString":"MX","name":"a.test","priority":5,"data":"mx.a.test"}');
    reads('x "type":"MX" y');
  });
  it('stand in objects of eight steps at the most', () => {
    const deep = (steps: number) =>
      `{"type":"CNAME","name":"a.test","data":"b.test","in":${'{"x":'.repeat(steps)}1${'}'.repeat(steps)}}`;
    reads(deep(7), 'a.test CNAME b.test. [b.test]');
    reads(deep(8));
    reads(`[{"x":1},${deep(7)},${deep(1)}]`, ...Array(2).fill('a.test CNAME b.test. [b.test]'));
  });
});

describe('whose record it is in JSON', () => {
  const owner = (text: string): string => ownerInJson(text, text.indexOf('v='), 0);
  it('is named in front of it or behind', () => {
    for (const name of [
      'name',
      'host',
      'hostname',
      'fqdn',
      'record_name',
      'recordname',
      'rrset_name',
      'subdomain',
      'NAME',
    ]) {
      assert.equal(owner(`{"${name}": "a.test.", "data": "v=spf1"}`), 'a.test', name);
      assert.equal(owner(`{"data": "v=spf1", "${name}":"@"}`), '@', name);
    }
    assert.equal(owner('{"name":"a.test","host":"b.test","data":"v=spf1"}'), 'b.test');
    assert.equal(owner('{"hosts":"a.test","data":"v=spf1"}'), '');
    assert.equal(owner('{"name":"a b","data":"v=spf1"}'), '');
  });
  it('is the name of its own object', () => {
    assert.equal(owner('[{"name":"a.test"},{"data":"v=spf1"}]'), '');
    assert.equal(owner('{"name":"a.test","x":{"y":1},"data":"v=spf1"}'), 'a.test');
    assert.equal(owner('{"name":"a.test","x":"}","data":"v=spf1"}'), 'a.test');
    assert.equal(owner('{"name":"a.test","x":"\\"}","data":"v=spf1"}'), 'a.test');
    assert.equal(owner('{"data":"v=spf1"},{"name":"a.test"}'), '');
    assert.equal(owner('{"data":"v=spf1","x":{"name":"a.test"}}'), '');
  });
  it('stands within 1500 characters', () => {
    const name = '"name":"a.test"';
    const pad = (count: number): string => ' '.repeat(count);
    assert.equal(owner(`{${name}${pad(1500 - name.length)}v=`), 'a.test');
    assert.equal(owner(`{${name}${pad(1501 - name.length)}v=`), '');
    assert.equal(owner(`v=${pad(1498 - name.length)}${name}}`), 'a.test');
    assert.equal(owner(`v=${pad(1499 - name.length)}${name}}`), '');
    assert.equal(ownerInJson(`{${name},v=`, 17, 5), '');
  });
});
