import assert from 'node:assert/strict';
import { questionOf, type TicketQuestion } from '../../../../src/core/report/answer/question.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const asks = (text: string, question: TicketQuestion | undefined): void =>
  assert.equal(questionOf(readTicket(`${text}\n`)), question, text);

describe('the question of a ticket', () => {
  it('is why it came twice', () => {
    for (const text of [
      'We got the newsletter twice today, why?',
      'Jede Mail kommt doppelt an.',
      'Le client reçoit tout en double.',
      'El correo llegó dos veces.',
      'La mail è arrivata due volte.',
      'O e-mail chegou duas vezes.',
      'De mail is dubbel binnengekomen.',
      'Wiadomość przyszła dwa razy.',
      'Письмо пришло два раза.',
    ])
      asks(text, 'twice');
  });

  it('is why one has it and another has not', () => {
    for (const text of [
      'Anna got it, Ben did not. Only one of them received the invitation.',
      'Nur einer der beiden hat die Mail.',
      "L'un l'a reçu, l'autre pas.",
      'Solo uno lo recibió, el otro no.',
    ])
      asks(text, 'several');
  });

  it('is why it is in the junk folder', () => {
    for (const text of [
      'Why did it go to junk?',
      'Liegt im Spam-Ordner',
      'Va dans le courrier indésirable',
      'correo no deseado',
    ])
      asks(text, 'junk');
  });

  it('is whether it came', () => {
    for (const text of [
      'Did it arrive?',
      'Has my contract from Monday arrived?',
      'Ist die Mail an Herrn Moser angekommen?',
      'Czy ta wiadomość doszła?',
      'Faktura nie doszła.',
    ])
      asks(text, 'missing');
  });

  it('is why it was slow', () => {
    for (const text of [
      'It took three hours to arrive.',
      'Why did it take four hours?',
      'Die Mail kam verspätet, hat zwei Stunden gedauert.',
      'Ce message a mis des heures à arriver.',
      'Tardó dos horas en llegar.',
      'È arrivata con ritardo.',
      'De mail was twee uur later binnen',
    ])
      asks(text, 'slow');
  });

  it('is whether it is genuine', () => {
    for (const text of [
      'Is this mail genuine?',
      'Ist die Mail echt?',
      'Phishing?',
      'Est-ce un vrai message de la banque ?',
    ])
      asks(text, 'genuine');
  });

  it('is where it is', () => {
    for (const text of [
      'It never arrived.',
      'Die Mail ist nicht angekommen.',
      "Nous n'avons rien reçu",
      'No ha llegado.',
      'Non è arrivata.',
      'Não chegou nada.',
      'Niet aangekomen.',
      'Nie dotarła.',
      'メールが届かない',
    ])
      asks(text, 'missing');
  });

  it('is looked for in what people wrote, not in what programs did', () => {
    asks('Please have a look:\n\n550 5.1.1 <b@contoso.test>: User unknown', undefined);
    asks('Subject: it came twice\nFrom: a@contoso.test\nTo: b@contoso.test\n\nx', undefined);
    asks('', undefined);
  });
});
