// The texts of the tooth chart and of a line of an order, in English and in Hindi.

import type { ToothKind, UnitPart } from '@scanner/client';
import { say, type Text } from '../core/words';
import { toothAt } from './teeth';

const KINDS: Record<ToothKind, Text> = {
  central_incisor: { en: 'central incisor', hi: 'सेंट्रल इनसाइज़र' },
  lateral_incisor: { en: 'lateral incisor', hi: 'लेटरल इनसाइज़र' },
  canine: { en: 'canine', hi: 'कैनाइन' },
  first_premolar: { en: 'first premolar', hi: 'पहला प्रीमोलर' },
  second_premolar: { en: 'second premolar', hi: 'दूसरा प्रीमोलर' },
  first_molar: { en: 'first molar', hi: 'पहला मोलर' },
  second_molar: { en: 'second molar', hi: 'दूसरा मोलर' },
  third_molar: { en: 'third molar', hi: 'तीसरा मोलर' },
};

const TOOTH: Record<'upper right' | 'upper left' | 'lower right' | 'lower left', Text> = {
  'upper right': { en: '{number}, upper right {kind}', hi: '{number}, ऊपर दाएँ, {kind}' },
  'upper left': { en: '{number}, upper left {kind}', hi: '{number}, ऊपर बाएँ, {kind}' },
  'lower right': { en: '{number}, lower right {kind}', hi: '{number}, नीचे दाएँ, {kind}' },
  'lower left': { en: '{number}, lower left {kind}', hi: '{number}, नीचे बाएँ, {kind}' },
};

const MILK_TOOTH: typeof TOOTH = {
  'upper right': {
    en: '{number}, upper right deciduous {kind}',
    hi: '{number}, ऊपर दाएँ, दूध का {kind}',
  },
  'upper left': {
    en: '{number}, upper left deciduous {kind}',
    hi: '{number}, ऊपर बाएँ, दूध का {kind}',
  },
  'lower right': {
    en: '{number}, lower right deciduous {kind}',
    hi: '{number}, नीचे दाएँ, दूध का {kind}',
  },
  'lower left': {
    en: '{number}, lower left deciduous {kind}',
    hi: '{number}, नीचे बाएँ, दूध का {kind}',
  },
};

/** A tooth by number and name, in the language of the screen: 26, upper left first molar. */
export function toothName(tooth: number): string {
  const found = toothAt(tooth);
  if (found === undefined) return String(tooth);
  const names = found.deciduous ? MILK_TOOTH : TOOTH;
  return say(names[`${found.arch} ${found.side}`], { number: tooth, kind: say(KINDS[found.kind]) });
}

/** A name in the middle of a sentence, where English writes it small; Hindi has no capitals. */
export function inner(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The groups of teeth, named for screen readers. */
export const HALVES: Record<keyof typeof TOOTH, Text> = {
  'upper right': { en: 'Upper right teeth', hi: 'ऊपर दाईं ओर के दाँत' },
  'upper left': { en: 'Upper left teeth', hi: 'ऊपर बाईं ओर के दाँत' },
  'lower right': { en: 'Lower right teeth', hi: 'नीचे दाईं ओर के दाँत' },
  'lower left': { en: 'Lower left teeth', hi: 'नीचे बाईं ओर के दाँत' },
};

/** The same of milk teeth. */
export const MILK_HALVES: typeof HALVES = {
  'upper right': { en: 'Upper right milk teeth', hi: 'ऊपर दाईं ओर के दूध के दाँत' },
  'upper left': { en: 'Upper left milk teeth', hi: 'ऊपर बाईं ओर के दूध के दाँत' },
  'lower right': { en: 'Lower right milk teeth', hi: 'नीचे दाईं ओर के दूध के दाँत' },
  'lower left': { en: 'Lower left milk teeth', hi: 'नीचे बाईं ओर के दूध के दाँत' },
};

/** The sides of the chart. */
export const SIDES: Record<'right' | 'left', Text> = {
  right: { en: 'Patient’s right', hi: 'मरीज़ की दाईं ओर' },
  left: { en: 'Patient’s left', hi: 'मरीज़ की बाईं ओर' },
};

/** The letter of a unit in the drawing: the first one of its name in dentistry, in both languages. */
export const PART_LETTERS: Record<UnitPart, Text> = {
  retainer: { en: 'R', hi: 'R' },
  pontic: { en: 'P', hi: 'P' },
};

/** The groups of shades, by their first character: hues of the classical guide, lightness of the other. */
export const SHADE_GROUPS: Readonly<Record<string, Text>> = {
  A: { en: 'A: reddish brown', hi: 'A: लाल-भूरा' },
  B: { en: 'B: reddish yellow', hi: 'B: लाल-पीला' },
  C: { en: 'C: grey', hi: 'C: धूसर' },
  D: { en: 'D: reddish grey', hi: 'D: लाल-धूसर' },
  0: { en: '0: bleached', hi: '0: ब्लीच किया हुआ' },
  1: { en: '1: lightest', hi: '1: सबसे हल्का' },
  2: { en: '2: light', hi: '2: हल्का' },
  3: { en: '3: medium', hi: '3: मध्यम' },
  4: { en: '4: dark', hi: '4: गहरा' },
  5: { en: '5: darkest', hi: '5: सबसे गहरा' },
};

/** The other texts of the chart. */
export const CHART = {
  title: { en: 'Tooth chart', hi: 'दाँतों का चार्ट' },
  milk: { en: 'Show milk teeth', hi: 'दूध के दाँत दिखाएँ' },
  chooseTeeth: {
    en: 'Tap each tooth that the work is for.',
    hi: 'जिन दाँतों का काम है, उन पर टैप करें।',
  },
  chooseUnits: {
    en: 'Tap a tooth once for a retainer, twice for a pontic, three times to take it out.',
    hi: 'रिटेनर के लिए दाँत पर एक बार टैप करें, पॉन्टिक के लिए दो बार, हटाने के लिए तीन बार।',
  },
  chooseArches: { en: 'Choose the arch, or both.', hi: 'आर्च चुनें, या दोनों।' },
  chooseAny: {
    en: 'Tap the teeth or choose the arches that the work is for.',
    hi: 'जिन दाँतों का काम है, उन पर टैप करें, या आर्च चुनें।',
  },
  keys: {
    en: 'Arrow keys move from tooth to tooth, the space bar chooses.',
    hi: 'तीर वाली कुंजियों से एक दाँत से दूसरे पर जाएँ, स्पेस से चुनें।',
  },
  unit: { en: '{tooth}: {part}', hi: '{tooth}: {part}' },
  free: { en: '{tooth}: not chosen', hi: '{tooth}: चुना नहीं गया' },
  chosen: { en: 'Chosen', hi: 'चुना गया' },
  nothing: { en: 'Nothing is chosen yet.', hi: 'अभी कुछ नहीं चुना गया।' },
  summary: { en: 'Chosen: {list}', hi: 'चुना गया: {list}' },
  one: { en: '{tooth} {part}', hi: '{tooth} {part}' },
  unscanned: { en: 'not scanned', hi: 'स्कैन में नहीं' },
  gap: { en: 'missing in the bridge', hi: 'ब्रिज में छूटा हुआ' },
  implant: { en: 'on an implant', hi: 'इम्प्लांट पर' },
  and: { en: '{name}, {state}', hi: '{name}, {state}' },
  found: { en: '{severity}, {teeth}:', hi: '{severity}, {teeth}:' },
  findings: { en: 'Found in the scans', hi: 'स्कैन की जाँच में मिला' },
  legend: { en: 'What the drawings mean', hi: 'चित्रों का मतलब' },
} satisfies Record<string, Text>;

/** The texts of a line of an order. */
export const ITEM = {
  chooseService: { en: 'Choose a service', hi: 'सेवा चुनें' },
  noService: {
    en: 'This lab offers nothing now: choose another lab.',
    hi: 'यह लैब अभी कोई सेवा नहीं देती: कोई दूसरी लैब चुनें।',
  },
  withdrawn: {
    en: 'The lab does not offer this any more: choose another service.',
    hi: 'लैब अब यह सेवा नहीं देती: कोई दूसरी सेवा चुनें।',
  },
  chooseMaterial: { en: 'Choose a material', hi: 'मटीरियल चुनें' },
  shade: { en: '{label} ({guide})', hi: '{label} ({guide})' },
  offered: { en: '{name}, {price:paise} {per}', hi: '{name}, {price:paise} {per}' },
  unfinished: {
    en: 'Fill in first what each line of the order lacks.',
    hi: 'पहले ऑर्डर की हर पंक्ति में जो बाकी है, उसे भरें।',
  },
  chooseShade: { en: 'Choose a shade', hi: 'शेड चुनें' },
  notes: { en: 'Notes for the lab', hi: 'लैब के लिए नोट' },
  notesHint: {
    en: 'Without the patient’s name. {left} characters left.',
    hi: 'मरीज़ का नाम न लिखें। {left} अक्षर और लिख सकते हैं।',
  },
  price: { en: '{count} × {unit:paise} = {sum:paise}', hi: '{count} × {unit:paise} = {sum:paise}' },
} satisfies Record<string, Text>;
