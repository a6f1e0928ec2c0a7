import assert from 'node:assert/strict';
import { base64, masked } from './masked.ts';
import { type Notation, type SecretForm, secretForms } from './secretForms.ts';
import { secretWrappings, type Wrapping } from './secretWrappings.ts';

/** Passwords of all kinds, and which notations can hold them. */
const STYLES: readonly string[] = [
  'hunter22',
  'Tr0ub4dor&3',
  'swordfish',
  'my-pass-w0rd',
  'pa$$w0rd$1',
  '$ecret9',
  'a=b==c9',
  'q"u\'o"9z',
  'correct horse 9',
  'пароль-ü-密9',
  'Z9',
  'a.*(b|c)[d]+?^{2}9',
  'p%41%z9',
  'p@ss:w0rd/9',
  'Summer2024!',
  'x#1;y,2~z',
  'b\\n\\9"\\',
];

/** What a notation cannot say, or says as the end of it. */
const UNFIT: Readonly<Record<Notation, RegExp>> = {
  bare: /[ ]|^["'`]|\\$/,
  rest: /^["'`]/,
  field: /[\s:]/,
  double: /^$/,
  single: /^$/,
  doubled: /^$/,
  xml: /^$/,
  shown: /[ ]|\\$/,
  cell: /[ |,;"]/,
  url: /^$/,
  base64: /^$/,
  plain: /^$/,
};

function written(password: string, notation: Notation): string {
  switch (notation) {
    case 'double':
      return password.replace(/[\\"]/g, '\\$&');
    case 'single':
      return password.replace(/[\\']/g, '\\$&');
    case 'doubled':
      return password.replaceAll("'", "''");
    case 'xml':
    case 'shown':
      return password
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
    case 'url':
      return encodeURIComponent(password);
    case 'base64':
      return base64(password);
    case 'plain':
      return base64(`\0alice\0${password}`);
    default:
      return password;
  }
}

/** More than half of it in one piece. */
function remains(text: string, secret: string): boolean {
  const length = Math.max(2, Math.floor(secret.length / 2) + 1);
  for (let at = 0; at + length <= secret.length; at++) if (text.includes(secret.slice(at, at + length))) return true;
  return false;
}

/** What is left to read where a password leaks, or where the wrapping cannot be read back; undefined where it does not. */
function leak({ text, notation }: SecretForm, { wrap, unwrap }: Wrapping, password: string): string | undefined {
  const secret = written(password, notation);
  const after = masked(wrap(text.replace('…', () => secret)));
  let read = after;
  try {
    read = unwrap === undefined ? after : unwrap(after);
  } catch {
    return after;
  }
  // Of the answer of PLAIN, what stands behind the user.
  const shown = notation === 'plain' ? secret.slice(10) : secret;
  const around = text.split('…').join('\0');
  for (const trace of [shown, password]) if (!remains(around, trace) && remains(read, trace)) return read;
  return read.includes('MASKED') ? undefined : read;
}

const fits = (form: SecretForm, wrapping: Wrapping, password: string): boolean =>
  !UNFIT[form.notation].test(password) &&
  !(wrapping.single === true && form.text.includes('\n')) &&
  !(wrapping.part === true && form.lines) &&
  !(wrapping.name === 'a cell' && written(password, form.notation).includes('|'));

/** Every form in every wrapping, with one password; with MASK_FORMS=all with all of them, which takes minutes. */
const all = process.env.MASK_FORMS === 'all';

describe('a secret', () => {
  it('leaks in no form, in no wrapping and with no password', function () {
    this.timeout(all ? 3_600_000 : 300_000);
    const leaking: string[] = [];
    let tried = 0;
    for (const [i, form] of secretForms.entries()) {
      for (const [k, wrapping] of secretWrappings.entries()) {
        const fitting = STYLES.filter((password) => fits(form, wrapping, password));
        for (const password of all ? fitting : fitting.slice((i * 7 + k * 3) % fitting.length).slice(0, 1)) {
          tried++;
          const read = leak(form, wrapping, password);
          if (read !== undefined) leaking.push([form.text, wrapping.name, password, read].join(' · '));
        }
      }
    }
    assert.deepEqual(leaking.slice(0, 20), []);
    assert.ok(tried > (all ? 75_000 : 5_000), `only ${tried} were tried`);
  });
});
