// What the pages of consents say around the text itself.

import { titles } from './titles';

export const words = {
  ...titles,
  recordFor: { en: 'Record a consent: {reference}', hi: 'सहमति दर्ज करें: {reference}' },
  intro: {
    en: 'Read the text below to the patient, or let the patient read it. Record here what was agreed to.',
    hi: 'नीचे लिखा पाठ मरीज़ को पढ़कर सुनाएँ या पढ़ने दें। जिस पर सहमति हुई, उसे यहाँ दर्ज करें।',
  },
  introGuardian: {
    en: 'The patient is under 18: a parent or legal guardian has to consent.',
    hi: 'मरीज़ 18 साल से कम है: माता-पिता या कानूनी अभिभावक की सहमति ज़रूरी है।',
  },
  ownText: {
    en: 'Our clinic read its own text to the patient',
    hi: 'हमारे क्लिनिक ने अपना पाठ पढ़कर सुनाया',
  },
  ownVersion: {
    en: 'As your clinic numbers it, such as 2026-05.',
    hi: 'जैसे आपका क्लिनिक लिखता है, जैसे 2026-05।',
  },
  scopeHint: {
    en: 'Nothing can be scanned without the first point.',
    hi: 'पहले बिंदु के बिना स्कैन नहीं हो सकता।',
  },
  text: { en: 'What the patient agrees to', hi: 'मरीज़ की सहमति का पाठ' },
  nothing: { en: 'Choose above what the patient agrees to.', hi: 'ऊपर चुनें कि मरीज़ किस पर सहमत है।' },
  attested: {
    en: 'The text was read, and the patient agreed to it freely',
    hi: 'पाठ पढ़ा गया, और मरीज़ ने अपनी इच्छा से सहमति दी',
  },
  attestedGuardian: {
    en: 'The text was read, and the guardian agreed to it freely for the patient',
    hi: 'पाठ पढ़ा गया, और अभिभावक ने मरीज़ की ओर से अपनी इच्छा से सहमति दी',
  },
  notAttested: {
    en: 'Tick that the text was read and agreed to.',
    hi: 'निशान लगाएँ कि पाठ पढ़ा गया और सहमति दी गई।',
  },
  back: { en: 'Back to the patient', hi: 'मरीज़ पर वापस' },
  patient: { en: 'Patient', hi: 'मरीज़' },
  openPatient: { en: 'Open the patient', hi: 'मरीज़ खोलें' },
  state: { en: 'State', hi: 'स्थिति' },
  scope: { en: 'Covers', hi: 'इसमें शामिल' },
  version: { en: 'Text', hi: 'पाठ' },
  versionIn: { en: '{version}, in {language}', hi: '{version}, भाषा: {language}' },
  guardian: { en: 'Guardian', hi: 'अभिभावक' },
  guardianIs: { en: '{name} ({relation})', hi: '{name} ({relation})' },
  obtained: { en: 'Given', hi: 'सहमति दी' },
  obtainedBy: { en: 'Obtained by', hi: 'सहमति लेने वाले' },
  attestedAt: { en: 'Recorded', hi: 'दर्ज की गई' },
  withdrawn: { en: 'Withdrawn', hi: 'वापस ली गई' },
  cases: { en: 'Cases', hi: 'केस' },
  caseOf: { en: 'Case {id}', hi: 'केस {id}' },
  form: { en: 'Signed form', hi: 'हस्ताक्षर किया हुआ फ़ॉर्म' },
  formGet: { en: 'Download the signed form', hi: 'हस्ताक्षर किया हुआ फ़ॉर्म डाउनलोड करें' },
  formNone: {
    en: 'If the patient signed the text on paper, add a photo of it. A consent takes one.',
    hi: 'अगर मरीज़ ने काग़ज़ पर हस्ताक्षर किए हैं, तो उसकी फ़ोटो जोड़ें। एक सहमति में एक ही फ़ोटो रहती है।',
  },
  formNever: {
    en: 'No photo of a signed form was added.',
    hi: 'हस्ताक्षर किए हुए फ़ॉर्म की फ़ोटो नहीं जोड़ी गई।',
  },
  withdraw: { en: 'Withdraw the consent', hi: 'सहमति वापस लें' },
  withdrawAbout: {
    en: 'The patient withdraws this consent. Its cases stop at once: no upload, no visit, no sharing with a lab. What need not be kept by law is erased some days later. It cannot be given again: another consent has to be recorded.',
    hi: 'मरीज़ यह सहमति वापस ले रहा है। इसके केस तुरंत रुक जाएँगे: न अपलोड, न विज़िट, न लैब के साथ साझा करना। जिसे रखना क़ानूनन ज़रूरी नहीं, वह कुछ दिन बाद मिटा दिया जाएगा। यह दोबारा नहीं दी जा सकती: नई सहमति दर्ज करनी होगी।',
  },
  none: {
    en: 'No consent yet. Record one: no case can be opened without it.',
    hi: 'अभी कोई सहमति नहीं। पहले सहमति दर्ज करें: उसके बिना केस नहीं खुल सकता।',
  },
} as const;
