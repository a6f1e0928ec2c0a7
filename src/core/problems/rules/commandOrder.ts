import { isGreeting, type SessionView, type Step, sessionsOf } from '../../session/sessionView.ts';
import type { Command } from '../../smtp/conversation.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';
import type { OrderProblem } from '../sessionRows.ts';

/** Commands that cannot come where they stand (RFC 5321 4.1.4), in sessions that are seen from their start. */
export function* commandOrder(ticket: Ticket): Iterable<Finding> {
  for (const view of sessionsOf(ticket)) {
    if (!view.fromStart || !view.whole) continue;
    const order = new Order();
    for (const step of stepsAndLogins(view)) {
      const why = step === 'login' ? order.login() : order.take(step);
      if (step === 'login' || why === undefined) continue;
      yield { code: 'command-out-of-order', span: step.command.verbSpan, data: { verb: step.command.verb, why } };
    }
  }
}

/** The commands, and between them the moments in which a login worked (RFC 4954 6). */
function* stepsAndLogins({ events, steps, verbs }: SessionView): Iterable<Step | 'login'> {
  if (!verbs.has('AUTH')) {
    yield* steps;
    return;
  }
  let next = 0;
  for (const event of events) {
    if (event.kind === 'command') {
      const step = steps[next++];
      if (step !== undefined) yield step;
    } else if (event.kind === 'reply' && event.code === 235) yield 'login';
  }
}

class Order {
  #greeted = false;
  #loggedIn = false;
  #quit = false;
  #mail: Step | undefined;
  #recipients: Step[] = [];

  login(): undefined {
    this.#loggedIn = true;
  }

  /** Takes a command; why it does not fit, or undefined where it does. */
  take(step: Step): OrderProblem | undefined {
    const { command } = step;
    if (this.#quit) return 'after-quit';
    if (isGreeting(command.verb)) {
      this.#greeted = true;
      this.#clear();
      return undefined;
    }
    switch (command.verb) {
      case 'MAIL':
      case 'SEND':
      case 'SOML':
      case 'SAML': {
        const open = isOpen(this.#mail, command);
        this.#clear();
        this.#mail = step;
        return !this.#greeted ? 'no-greeting' : open ? 'mail-open' : undefined;
      }
      case 'RCPT':
        this.#recipients.push(step);
        return isOpen(this.#mail, command) ? undefined : 'no-mail';
      case 'DATA':
        return this.#data(command, true);
      case 'BDAT':
        return this.#data(command, false);
      case 'RSET':
        this.#clear();
        return undefined;
      case 'AUTH':
        if (!this.#greeted) return 'no-greeting';
        if (isOpen(this.#mail, command)) return 'auth-in-mail';
        return this.#loggedIn ? 'auth-again' : undefined;
      case 'STARTTLS':
        if (step.secured) return 'tls-again';
        if (step.reply?.code === 220) this.#forget();
        return undefined;
      case 'XCLIENT':
        this.#forget();
        return undefined;
      case 'QUIT':
        this.#quit = true;
        return undefined;
      default:
        return undefined;
    }
  }

  #data(command: Command, whole: boolean): OrderProblem | undefined {
    const mail = isOpen(this.#mail, command);
    const accepted = this.#recipients.find((recipient) => isOpen(recipient, command));
    if (whole) this.#clear();
    // Further chunks need not look through all recipients again.
    else this.#recipients = accepted === undefined ? [] : [accepted];
    if (!mail) return whole || this.#mail !== undefined ? 'no-mail' : undefined;
    return accepted === undefined ? 'no-recipient' : undefined;
  }

  /** The server knows nothing any more (RFC 3207 4.2). */
  #forget(): void {
    this.#greeted = false;
    this.#loggedIn = false;
    this.#clear();
  }

  #clear(): void {
    this.#mail = undefined;
    this.#recipients = [];
  }
}

/** Whether the command before may still have been accepted when this one was sent; RFC 2920 allows not to wait. */
const isOpen = (before: Step | undefined, command: Command): boolean =>
  before !== undefined &&
  !(before.reply !== undefined && before.reply.code >= 400 && before.reply.end <= command.start);
