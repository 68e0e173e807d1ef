// The consent text that the console offers, in each of its languages; clinics may read their own.

import type { Scope } from '@scanner/client';
import { nameOf } from '../../core/names';
import type { Text } from '../../core/words';

/**
 * The version that goes on record with a consent. Another wording is another version: what somebody
 * agreed to has to be found again.
 */
export const VERSION = 'scanner-2026-12';

/** The order in which the points are read. */
export const SCOPES: readonly Scope[] = ['scan', 'share_with_lab', 'images'];

/** What a consent covers, in the order of the points. */
export const scopeOf = (scope: readonly string[]): string =>
  SCOPES.filter((each) => scope.includes(each))
    .map((each) => nameOf('Scope', each))
    .join(' · ');

/** What the patient agrees to, point by point. */
export const POINTS: Readonly<Record<Scope, Text>> = {
  scan: {
    en: 'My teeth and jaws are scanned, and the clinic keeps the scans for my treatment.',
    hi: 'मेरे दाँतों और जबड़ों का स्कैन किया जाए, और क्लिनिक मेरे इलाज के लिए स्कैन रखे।',
  },
  share_with_lab: {
    en: 'My scans, and what has to be known for the work, are shared with the dental lab that makes it.',
    hi: 'मेरे स्कैन, और काम के लिए ज़रूरी जानकारी, काम बनाने वाली डेंटल लैब के साथ साझा की जाए।',
  },
  images: {
    en: 'Photographs of my mouth and teeth are taken and kept for my treatment.',
    hi: 'मेरे मुँह और दाँतों की फ़ोटो ली जाएँ और मेरे इलाज के लिए रखी जाएँ।',
  },
};

/**
 * What has to be said besides: which data, what for, the rights and where to complain (Digital
 * Personal Data Protection Act 2023, sections 5 and 6).
 */
export const NOTICE: readonly Text[] = [
  {
    en: 'Kept are a reference number, the name, the age group, and the scans and photographs that were agreed to. They are used for this dental treatment alone.',
    hi: 'संदर्भ नंबर, नाम, आयु-वर्ग, और जिन पर सहमति दी गई वे स्कैन और फ़ोटो रखे जाते हैं। इनका उपयोग केवल इसी दंत चिकित्सा के लिए होता है।',
  },
  {
    en: 'You decide on each point by itself. You can withdraw your consent at this clinic at any time: sharing stops at once, and what the law does not require to be kept is erased.',
    hi: 'हर बिंदु पर आप अलग-अलग निर्णय लेते हैं। आप कभी भी इस क्लिनिक में सहमति वापस ले सकते हैं: साझा करना तुरंत रुक जाता है, और जिसे रखना क़ानूनन ज़रूरी नहीं, वह मिटा दिया जाता है।',
  },
  {
    en: 'You can ask this clinic for a copy of your data, for its correction and for its erasure, and you can complain here. If that does not help, you can complain to the Data Protection Board of India.',
    hi: 'आप इस क्लिनिक से अपने डेटा की प्रति, उसमें सुधार और उसे मिटाना माँग सकते हैं, और यहीं शिकायत कर सकते हैं। समाधान न होने पर भारत के डेटा संरक्षण बोर्ड में शिकायत कर सकते हैं।',
  },
];

/** The first line: who consents. */
export const SAYS: { readonly patient: Text; readonly guardian: Text } = {
  patient: {
    en: 'I am the patient, and I agree that:',
    hi: 'मैं मरीज़ हूँ, और सहमति देता/देती हूँ कि:',
  },
  guardian: {
    en: 'I am the parent or guardian of the patient, and I agree for the patient that:',
    hi: 'मैं मरीज़ का/की माता-पिता या अभिभावक हूँ, और मरीज़ की ओर से सहमति देता/देती हूँ कि:',
  },
};
