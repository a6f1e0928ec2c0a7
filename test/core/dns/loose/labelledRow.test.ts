import assert from 'node:assert/strict';
import { labelledRow } from '../../../../src/core/dns/loose/labelledRow.ts';

/** The record of a form, and the text of its place. */
function reads(lines: readonly string[], expected: string | undefined): void {
  const text = lines.join('\n');
  const found = labelledRow(text, 0, lines[0] as string);
  const told = found && `${found.name} ${found.type} ${found.data} [${text.slice(found.span?.start, found.span?.end)}]`;
  assert.equal(told, expected, text);
}

const form = ['Type: MX', 'Host: @', 'Priority: 10', 'Points to: mx.a.test'];
const whole = '@ MX 10 mx.a.test. [mx.a.test]';

describe('a record as a form shows it', () => {
  it('has labels in many languages', () => {
    reads(form, whole);
    for (const label of ['Type', 'Typ', 'tipo', 'Record type', '> Type', '** type', '- TYPE'])
      reads([`${label}: MX`, ...form.slice(1)], whole);
    for (const label of [
      'Host',
      'Hostname',
      'Host name',
      'Name',
      'Subdomain',
      'Sub-domain',
      'Record name',
      'Nom',
      'Nome',
      'Nombre',
      'Domain',
      'Préfixe',
      'Prefix',
    ])
      reads(['Type = MX', `${label}: @`, 'Priority: 10', 'Value: mx.a.test'], whole);
    for (const label of [
      'Priority',
      'Preference',
      'Pref',
      'Prio',
      'Priorität',
      'Priorité',
      'Prioridad',
      'Prioridade',
      'Priorità',
      'Prioriteit',
      'Priorytet',
    ])
      reads(['Type: MX', 'Name: @', `${label}: 7`, 'Value: mx.a.test'], '@ MX 7 mx.a.test. [mx.a.test]');
    for (const label of [
      'Value',
      'Content',
      'Data',
      'Points to',
      'Target',
      'Destination',
      'Mail server',
      'Mailserver',
      'Exchange',
      'Wert',
      'Inhalt',
      'Ziel',
      'Zeigt auf',
      'Valeur',
      'Cible',
      'Valore',
      'Valor',
      'Contenu',
      'Waarde',
      'Wartość',
    ])
      reads(['Type: MX', 'Name: @', 'Priority: 10', `${label} = mx.a.test`], whole);
  });
  it('has them in any order, with other lines between', () => {
    reads(
      ['Type: MX', 'Value: mx.a.test.', 'TTL: 3600', 'Priority: 0', 'Name: www'],
      'www MX 0 mx.a.test. [mx.a.test.]',
    );
    reads(['Type: MX', 'Value: mx.a.test', 'Name: @'], whole);
    reads(['Type: MX', 'Name: a.test.', 'Name: b.test', 'Value: mx.a.test'], 'a.test MX 10 mx.a.test. [mx.a.test]');
    reads(['Type: MX', ...Array(4).fill('TTL: 1'), 'Name: @', 'Value: mx.a.test'], whole);
    reads(['Type: MX', ...Array(5).fill('TTL: 1'), 'Name: @', 'Value: mx.a.test'], undefined);
    reads(['Type: MX', ...Array(4).fill('TTL: 1'), 'Value: mx.a.test'], undefined);
    reads(['Type: MX', ...Array(4).fill('TTL: 1'), 'Name: @'], undefined);
    reads(['Type: MX', 'Value: mx.a.test', ...Array(4).fill('TTL: 1'), 'Name: @'], whole);
    reads(['Type: MX', 'Value: mx.a.test', ...Array(5).fill('TTL: 1'), 'Name: @'], undefined);
  });
  it('ends where another begins, or somebody writes', () => {
    for (const line of ['Type: TXT', 'Record type: TXT', 'And then:', ''])
      reads(['Type: MX', 'Name: @', line, 'Value: mx.a.test'], undefined);
    reads(['Type: MX', 'Value: mx.a.test', 'Name: auto'], undefined);
    reads(['Type: MX', 'Value: mx.a.test', 'Name: @', 'Priority: high'], undefined);
    reads(['Type: MX', 'Value: mx.a.test', 'Name: @', 'Priority: 123456'], undefined);
    reads(['Type: TXT', 'Value: mx.a.test', 'Name: @'], undefined);
    reads(['Type: MX records', 'Value: mx.a.test', 'Name: @'], undefined);
    reads(['My type: MX', 'Value: mx.a.test', 'Name: @'], undefined);
  });
  it('is an alias only where no zone has the name', () => {
    const alias = (name: string) => ['Type: CNAME', `Name: ${name}`, 'Target: s1.b.test'];
    reads(alias('s1._domainkey'), 's1._domainkey CNAME s1.b.test. [s1.b.test]');
    reads(alias('_dmarc'), '_dmarc CNAME s1.b.test. [s1.b.test]');
    reads(alias('www'), undefined);
    reads(alias('a_b'), undefined);
  });
});
