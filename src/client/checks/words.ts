import { renderChanges } from '../../report/check/changesReport.ts';
import { checkMarkdown } from '../../report/check/checkMarkdown.ts';
import {
  renderArea,
  renderCheck,
  renderCheckEnd,
  renderCheckStart,
  sectionTitle,
  wordsOf,
} from '../../report/check/checkReport.ts';
import { describeTargetProblem } from '../../report/targetProblem.ts';

/** The words of checks, loaded by the first one: in one piece. */
export const words = {
  checkMarkdown,
  describeTargetProblem,
  renderArea,
  renderChanges,
  renderCheck,
  renderCheckEnd,
  renderCheckStart,
  sectionTitle,
  wordsOf,
};
