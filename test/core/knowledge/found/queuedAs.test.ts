import assert from 'node:assert/strict';
import { queuedAs } from '../../../../src/core/knowledge/found/queuedAs.ts';

const IDS: readonly (readonly [reply: string, id: string | undefined])[] = [
  ['250 2.0.0 Ok: queued as 4F6bQ21Lz9z', '4F6bQ21Lz9z'],
  ['Ok: queued as A1B2C3D4E5', 'A1B2C3D4E5'],
  ['OK id=1vXyZa-000000012Ab-3cDe', '1vXyZa-000000012Ab-3cDe'],
  ['250 OK ids=d7ef132b5d7711eea8c8000c29c33806', 'd7ef132b5d7711eea8c8000c29c33806'],
  ['lAGIVt85032678 Message accepted for delivery', 'lAGIVt85032678'],
  ['250 2.0.0: a1b2c3d4 Message accepted for delivery', 'a1b2c3d4'],
  [
    '<DB7PR01@eurprd01.test> [InternalId=274498, Hostname=AM0.contoso.test] 9000 bytes in 0.1, 80 KB/sec Queued mail for delivery',
    'DB7PR01@eurprd01.test',
  ],
  ['250 <4798911130@www.contoso.test> Queued mail for delivery', '4798911130@www.contoso.test'],
  ['OK  1376056636 i3si9508927obz.16 - gsmtp', 'i3si9508927obz.16'],
  ['ok 1195244511 qp 12345', '1195244511 qp 12345'],
  ['250 ok:  Message 256429218 accepted', '256429218'],
  ['Requested mail action okay, completed: id=1MKsaz-1wevcp3BHR-00M7kH', '1MKsaz-1wevcp3BHR-00M7kH'],
  ['Message queued with id 1a2b3c.', '1a2b3c'],
  ['Message Queued (D6C3A0F1-1111-2222.1)', 'D6C3A0F1-1111-2222.1'],
  ['Message queued as 18c2f3a4b5c6d7e8f9', '18c2f3a4b5c6d7e8f9'],
  [
    'Ok 0100018c8f8b8a7b-5d6e7f80-1234-5678-9abc-def012345678-000000',
    '0100018c8f8b8a7b-5d6e7f80-1234-5678-9abc-def012345678-000000',
  ],
  ['Received OK [tkbqRwo8OG2yD5vhOxPxMg.uk22]', 'tkbqRwo8OG2yD5vhOxPxMg.uk22'],
  ['Ok. 000000000012C4A5.0000000065A1B2C3.00001234', '000000000012C4A5.0000000065A1B2C3.00001234'],
  ['Ok: queued on mxback1.contoso.test as 1539170-abcDEF', '1539170-abcDEF'],
  ['Mail OK queued as smtp1,xxx 1539170', 'smtp1,xxx'],
  ['ok dirdel', undefined],
  ['Message accepted for delivery', undefined],
  ['2.0.0 Ok', undefined],
  ['Queued (0.016 seconds)', undefined],
  ['Message queued for delivery.', undefined],
];

describe('the id under which a server has taken a message', () => {
  for (const [reply, id] of IDS) {
    it(`is ${id ?? 'not told'} in "${reply.slice(0, 60)}"`, () => assert.equal(queuedAs(reply), id));
  }

  it('is plain text, and is looked for in linear time', () => {
    assert.doesNotMatch(queuedAs('queued as 4F6b\x1b[31m') ?? '', /[^\w.]/);
    assert.equal(queuedAs(`${'<a'.repeat(200_000)}`), undefined);
  });
});
