// What the page of a patient's consent record says.

import { titles } from '../titles';
import { words as shared } from '../words';

export const words = {
  ...shared,
  ...titles,
  about: {
    en: 'What a patient agreed to, which labs got links to files, and which authorities were given something. Patients who were erased can be looked up, too.',
    hi: 'मरीज़ ने किस पर सहमति दी, किन लैबों को फ़ाइलों के लिंक मिले और किन प्राधिकारियों को कुछ दिया गया। मिटाए गए मरीज़ भी देखे जा सकते हैं।',
  },
  consents: { en: 'Consents', hi: 'सहमतियाँ' },
  noConsents: { en: 'No consent is on record.', hi: 'कोई सहमति दर्ज नहीं है।' },
  agreed: { en: 'Agreed to', hi: 'किस पर सहमति' },
  text: { en: 'Text', hi: 'पाठ' },
  guardian: { en: 'Guardian', hi: 'अभिभावक' },
  obtained: { en: 'Given on', hi: 'कब दी' },
  attested: { en: 'Attested by', hi: 'पुष्टि की' },
  withdrawn: { en: 'Withdrawn on', hi: 'कब वापस ली' },
  withdrawnBy: { en: 'Withdrawal recorded by', hi: 'वापसी दर्ज की' },
  stopped: { en: 'What the withdrawal stopped', hi: 'वापसी से क्या रुका' },
  eraseAt: { en: 'To be erased on', hi: 'कब मिटेगा' },
  erasedAt: { en: 'Erased on', hi: 'कब मिटा' },
  shares: { en: 'Links to files that labs got', hi: 'लैबों को मिले फ़ाइल-लिंक' },
  noShares: { en: 'No lab got a link.', hi: 'किसी लैब को लिंक नहीं मिला।' },
  when: { en: 'When', hi: 'कब' },
  member: { en: 'Who', hi: 'किसे' },
  order: { en: 'For the order', hi: 'किस ऑर्डर के लिए' },
  theOrder: { en: 'Order', hi: 'ऑर्डर' },
  theLab: { en: 'Lab', hi: 'लैब' },
  file: { en: 'File', hi: 'फ़ाइल' },
  disclosures: { en: 'Given to authorities by law', hi: 'क़ानून के अनुसार प्राधिकारियों को दिया गया' },
  noDisclosures: {
    en: 'Nothing that may be told.',
    hi: 'ऐसा कुछ नहीं जो बताया जा सके।',
  },
  authority: { en: 'Authority', hi: 'प्राधिकारी' },
  ground: { en: 'Legal ground', hi: 'कानूनी आधार' },
  scope: { en: 'What', hi: 'क्या' },
} as const;
