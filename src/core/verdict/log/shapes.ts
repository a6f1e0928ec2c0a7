import { type ExplainedText, explainText } from '../../knowledge/explain.ts';
import { explainReply, type ReplyFacts } from '../../knowledge/explainReply.ts';
import { ownString, withOwnStrings } from '../../text/ownStrings.ts';

/** How replies and words are explained. */
export interface Explainer {
  reply(reply: ReplyFacts): ReturnType<typeof explainReply>;
  text(words: string): ExplainedText | undefined;
}

/** Shapes that are kept; then all are forgotten and learnt anew. */
const MOST = 5000;
/** Longer texts are explained each by itself: what is explained of them ends where the text is cut. */
const LONGEST = 1500;

/**
 * What differs between texts of one shape and tells nothing: who is meant, ids of queues, long numbers. Ids change
 * between letters and digits more than once, which codes of vendors (`AS16012611`, `HT204137`) do not.
 */
const VARIABLE =
  /(?<=<)[^\s<>@"]{1,64}(?=@)|\b(?!0x)(?=[A-Za-z]{0,40}\d{1,40}[A-Za-z]{1,40}\d)[A-Za-z0-9]{10,60}\b|(?<![\w(.])\d{7,20}\b/g;

/**
 * Explains texts of one shape once: a log says the same of very many. What an explanation quotes out of a text is that
 * text's alone, so such an explanation is kept for the very same text.
 */
export function shapedExplainer(): Explainer {
  const replies = new Kept(explainReply);
  const texts = new Kept((text: string) => explainText(text));
  return {
    reply: (reply) => {
      const { code, enhanced, stage, text } = reply;
      return replies.get(text, `${code} ${enhanced} ${stage} `, reply);
    },
    text: (words) => texts.get(words, '', words),
  };
}

/** Stands for texts of a shape whose explanations quote them. */
const QUOTED = Symbol('quoted');

class Kept<Asked, Told> {
  readonly #make: (asked: Asked) => Told;
  readonly #known = new Map<string, Told | typeof QUOTED>();

  constructor(make: (asked: Asked) => Told) {
    this.#make = make;
  }

  get(text: string, around: string, asked: Asked): Told {
    if (text.length > LONGEST) return withOwnStrings(this.#make(asked));
    const pieces: string[] = [];
    const shape =
      around +
      text.replace(VARIABLE, (piece, at: number) => {
        // Who is meant is quoted with the address: `user` alone stands in many sentences.
        pieces.push(text[at + piece.length] === '@' ? `${piece}@` : piece);
        return '#';
      });
    const known = this.#known.get(shape);
    if (known === QUOTED) return this.#ofText(`${around}\n${text}`, asked);
    if (known !== undefined || this.#known.has(shape)) return known as Told;
    const told = withOwnStrings(this.#make(asked));
    if (pieces.length > 0) {
      const words = JSON.stringify(told) ?? '';
      if (pieces.some((piece) => words.includes(JSON.stringify(piece).slice(1, -1)))) {
        this.#keep(shape, QUOTED);
        return told;
      }
    }
    this.#keep(shape, told);
    return told;
  }

  /** Explains a text that is quoted from: the same is said again only of the same. */
  #ofText(key: string, asked: Asked): Told {
    const known = this.#known.get(key);
    if (known !== undefined) return known as Told;
    const told = withOwnStrings(this.#make(asked));
    this.#keep(ownString(key), told);
    return told;
  }

  #keep(key: string, told: Told | typeof QUOTED): void {
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, told);
  }
}
