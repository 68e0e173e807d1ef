// What the page of breaches says.

import { titles } from '../titles';
import { words as shared } from '../words';

export const words = {
  ...shared,
  ...titles,
  about: {
    en: 'Data that got where it should not. Those affected and the Data Protection Board have to be told within 72 hours of the moment somebody of ours knew of it.',
    hi: 'डेटा जो ग़लत जगह पहुँचा। हममें से किसी को पता चलने के 72 घंटे के भीतर प्रभावित लोगों और डेटा संरक्षण बोर्ड को बताना होता है।',
  },
  enter: { en: 'Enter a breach', hi: 'उल्लंघन दर्ज करें' },
  enterAbout: {
    en: 'Name the account or the lab through which data got out, and the time in which it did. All times are India’s.',
    hi: 'वह खाता या लैब बताएँ जिससे डेटा बाहर गया, और किस समय में। सभी समय भारत के हैं।',
  },
  since: { en: 'The access began', hi: 'पहुँच कब शुरू हुई' },
  until72: { en: 'The access ended', hi: 'पहुँच कब समाप्त हुई' },
  awareAt: { en: 'Somebody of ours knew of it', hi: 'हमें कब पता चला' },
  awareHint: {
    en: 'The 72 hours run from here. Left out: from now.',
    hi: '72 घंटे यहीं से चलते हैं। ख़ाली छोड़ने पर: अभी से।',
  },
  one: { en: 'An account or a lab has to be named.', hi: 'खाता या लैब बताना ज़रूरी है।' },
  none: {
    en: 'There are no breaches in this state. Choose another one.',
    hi: 'इस स्थिति में कोई उल्लंघन नहीं है। दूसरी चुनें।',
  },
  through: { en: 'Through the account', hi: 'इस खाते से' },
  throughLab: { en: 'Through the lab', hi: 'इस लैब से' },
  time: { en: 'Time of the access', hi: 'पहुँच का समय' },
  known: { en: 'Known since', hi: 'कब से पता है' },
  clock: { en: 'Time to tell the Board and those affected', hi: 'बोर्ड और प्रभावितों को बताने का समय' },
  risk: { en: 'Risk', hi: 'जोखिम' },
  assessed: { en: 'Assessed', hi: 'जोखिम आँका गया' },
  notified: { en: 'Notified', hi: 'सूचना दी गई' },
  closed: { en: 'Closed', hi: 'बंद किया गया' },
  enteredBy: { en: 'Entered by', hi: 'दर्ज किया' },
  movedBy: { en: 'Last step by', hi: 'पिछला क़दम' },
  assessAbout: {
    en: 'What does it mean for those whose data it is? “None” means that it turned out to be no breach.',
    hi: 'जिनका डेटा है उनके लिए इसका क्या अर्थ है? “कोई नहीं” का मतलब है कि यह उल्लंघन नहीं निकला।',
  },
  notifyAbout: {
    en: 'Press this once the Board and all who are affected were told: it records that, and sends nothing by itself.',
    hi: 'इसे तब दबाएँ जब बोर्ड और सभी प्रभावितों को बता दिया गया हो: यह केवल दर्ज करता है, ख़ुद कुछ नहीं भेजता।',
  },
  closeAbout: {
    en: 'Nothing is left to do. A closed breach stays on record and cannot be opened again.',
    hi: 'कुछ करना बाकी नहीं है। बंद उल्लंघन दर्ज रहता है और दोबारा नहीं खुलता।',
  },
  notTold: {
    en: 'The Board and those affected were not noted as told. Close it only where it was no breach.',
    hi: 'बोर्ड और प्रभावितों को बताना दर्ज नहीं है। केवल तभी बंद करें जब यह उल्लंघन न हो।',
  },
  affectedShares: {
    en: 'Whose files were fetched (goes on record)',
    hi: 'किनकी फ़ाइलें ली गईं (यह दर्ज होगा)',
  },
  affectedAudit: {
    en: 'What the account did or was shown (goes on record)',
    hi: 'खाते ने क्या किया या देखा (यह दर्ज होगा)',
  },
  nobody: {
    en: 'These records name nobody in that time.',
    hi: 'इन रिकॉर्ड में उस समय कोई नहीं है।',
  },
  drafts: {
    en: { en: 'Draft of the notice in English', hi: 'सूचना का मसौदा, अंग्रेज़ी में' },
    hi: { en: 'Draft of the notice in Hindi', hi: 'सूचना का मसौदा, हिन्दी में' },
  },
  draftAbout: {
    en: 'Copy it, and write what stands in square brackets.',
    hi: 'इसे कॉपी करें, और चौकोर कोष्ठक वाली बातें लिखें।',
  },
} as const;
