// What happened with a case, in words: each kind of event of its timeline.

import type { CaseEvent } from '@scanner/client';
import { nameOf } from '../../core/names';
import { say, type Text } from '../../core/words';

const KINDS: Readonly<Record<string, Text>> = {
  case_open: { en: 'The case was opened', hi: 'केस खोला गया' },
  case_close: { en: 'The case was closed', hi: 'केस बंद किया गया' },
  case_reopen: { en: 'The case was opened again', hi: 'केस दोबारा खोला गया' },
  case_freeze: { en: 'The case was frozen', hi: 'केस रोका गया' },
  case_require_guardian: {
    en: 'The consent of a guardian is needed',
    hi: 'अभिभावक की सहमति ज़रूरी हुई',
  },
  case_resume: { en: 'The case goes on', hi: 'केस फिर चालू हुआ' },
  consent_withdraw: { en: 'The consent was withdrawn', hi: 'सहमति वापस ली गई' },
  file_add: { en: 'A file was added: {jaw}', hi: 'फ़ाइल जुड़ी: {jaw}' },
  file_reject: { en: 'A file was not accepted: {jaw}', hi: 'फ़ाइल स्वीकार नहीं हुई: {jaw}' },
  rescan_request: { en: 'A lab asked for new scans', hi: 'लैब ने नए स्कैन माँगे' },
};
const OTHER: Text = { en: 'Something else happened', hi: 'कुछ और हुआ' };
const OF_VISIT: Text = { en: 'Visit: {state}', hi: 'विज़िट: {state}' };

/** An event in words. */
export function eventText({ kind, refs }: CaseEvent): string {
  if (kind.startsWith('visit_')) {
    return say(OF_VISIT, { state: nameOf('VisitState', refs['state'] ?? 'requested') });
  }
  const jaw = refs['jaw'] ? nameOf('Jaw', refs['jaw']) : '';
  return say(KINDS[kind] ?? OTHER, { jaw });
}
