import assert from 'node:assert/strict';
import './load.ts';
import { clearDesk, desk, focus, keep, run, show } from './desk.ts';
import { Uri } from './editorTypes.ts';
import { mail } from './page.ts';

let client: typeof import('../../src/client/aggregateReport.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../src/client/aggregateReport.ts');
  });
  beforeEach(clearDesk);

  describe('Show DMARC or TLS Report', () => {
    const report = JSON.stringify({
      'organization-name': 'Contoso',
      'date-range': { 'start-datetime': '2026-11-20T00:00:00Z', 'end-datetime': '2026-11-20T23:59:59Z' },
      'report-id': '1',
      policies: [
        {
          policy: { 'policy-type': 'sts', 'policy-domain': 'fabrikam.test' },
          summary: { 'total-successful-session-count': 5, 'total-failure-session-count': 0 },
        },
      ],
    });

    it('opens a file that is one as a table', async () => {
      keep(client.registerAggregateReport());
      desk.files.set('file:/x/report.json', Buffer.from(report));
      await run('mailTriage.showReport', Uri.parse('file:/x/report.json'));
      assert.equal(desk.editor?.document.languageId, 'markdown', desk.said.join());
      assert.match(desk.editor?.document.getText() ?? '', /Contoso/);
      focus(undefined);
      await run('mailTriage.showReport', 'file:/x/report.json');
      assert.match(
        desk.editor === undefined ? '' : (desk.editor as { document: { getText(): string } }).document.getText(),
        /Contoso/,
      );
    });

    it('says what is missing', async () => {
      keep(client.registerAggregateReport());
      await run('mailTriage.showReport');
      show('test:a.eml', mail, 'eml');
      await run('mailTriage.showReport');
      await run('mailTriage.showReport', Uri.parse('file:/x/none.xml'));
      assert.match(desk.said[0] ?? '', /^information: Open a message/);
      assert.match(desk.said[1] ?? '', /^information: No DMARC or TLS report/);
      assert.match(desk.said[2] ?? '', /^error: .*none\.xml is no file$/);
    });
  });
});
