import type { FieldForm } from '../../../knowledge/headerFields/headerField.ts';
import { addressExplainer, authorExplainer } from './addressHover.ts';
import { antispamExplainer, bigFishExplainer, pclExplainer, sclExplainer, scoreExplainer } from './antispamHover.ts';
import { authResultsExplainer } from './authResultsHover.ts';
import { dateExplainer, unixTimeExplainer } from './dateHover.ts';
import { amazonExplainer, feedbackIdExplainer, messageIdExplainer } from './identifierHover.ts';
import { listExplainer } from './listHover.ts';
import { contentExplainer, keysExplainer, wordExplainer } from './parameterHover.ts';
import type { Explainer } from './place.ts';
import { receivedExplainer } from './receivedHover.ts';
import { receivedSpfExplainer } from './receivedSpfHover.ts';
import { signatureExplainer } from './signatureHover.ts';
import {
  barExplainer,
  barracudaExplainer,
  rspamdActionExplainer,
  rspamdExplainer,
  spamAssassinExplainer,
} from './spamScoreHover.ts';
import { threadIndexExplainer } from './threadIndexHover.ts';

/** What takes a field's value apart. */
export const explainers: Readonly<Record<FieldForm, Explainer>> = {
  received: receivedExplainer,
  'auth-results': authResultsExplainer,
  'received-spf': receivedSpfExplainer,
  tags: signatureExplainer,
  author: authorExplainer,
  address: addressExplainer,
  date: dateExplainer,
  'unix-time': unixTimeExplainer,
  'message-id': messageIdExplainer,
  antispam: antispamExplainer,
  bigfish: bigFishExplainer,
  score: scoreExplainer,
  scl: sclExplainer,
  pcl: pclExplainer,
  'spamassassin-report': spamAssassinExplainer,
  'rspamd-report': rspamdExplainer,
  'barracuda-report': barracudaExplainer,
  'rspamd-action': rspamdActionExplainer,
  bar: barExplainer,
  'thread-index': threadIndexExplainer,
  list: listExplainer,
  mime: contentExplainer,
  'feedback-id': feedbackIdExplainer,
  'ses-outgoing': amazonExplainer,
  keys: keysExplainer,
  words: wordExplainer,
};
