// What the page of access reviews says.

import { titles } from '../titles';
import { words as shared } from '../words';

export const words = {
  ...shared,
  ...titles,
  about: {
    en: 'Once a month Scanner looks at who may do what. An admin reads the review, acts on what looks odd, and says that it was read.',
    hi: 'Scanner महीने में एक बार देखता है कि कौन क्या कर सकता है। एडमिन समीक्षा पढ़ते हैं, अजीब बातों पर कार्रवाई करते हैं और पढ़ने की पुष्टि करते हैं।',
  },
  month: { en: 'Month', hi: 'महीना' },
  complete: { en: 'Complete since', hi: 'कब पूरी हुई' },
  readBy: { en: 'Read by', hi: 'पढ़ने वाले' },
  readAt: { en: 'Read on', hi: 'कब पढ़ी' },
  growing: {
    en: 'The accounts are still being looked through: read it again later.',
    hi: 'खाते अभी देखे जा रहे हैं: बाद में फिर पढ़ें।',
  },
  admins: { en: 'Admins', hi: 'एडमिन' },
  admin: { en: 'Admin', hi: 'एडमिन' },
  since: { en: 'Since', hi: 'कब से' },
  lastActive: { en: 'Last active', hi: 'पिछली बार सक्रिय' },
  never: { en: 'Never', hi: 'कभी नहीं' },
  dormant: {
    en: 'Not used for 90 days: consider taking the role away',
    hi: '90 दिन से उपयोग नहीं: भूमिका हटाने पर विचार करें',
  },
  noAdmins: { en: 'No account is an active admin.', hi: 'कोई खाता सक्रिय एडमिन नहीं है।' },
  accounts: { en: 'Accounts by role and status', hi: 'खाते, भूमिका और स्थिति के अनुसार' },
  status: { en: 'Status', hi: 'स्थिति' },
  count: { en: 'This month', hi: 'इस महीने' },
  before: { en: 'The month before', hi: 'पिछले महीने' },
  noRole: { en: 'None yet', hi: 'अभी कोई नहीं' },
  unregistered: { en: 'Signed up, not registered', hi: 'साइन अप किया, पंजीकरण नहीं' },
  differing: {
    en: 'Accounts whose rights in sign-in differ from their document',
    hi: 'खाते जिनके साइन-इन अधिकार दस्तावेज़ से अलग हैं',
  },
  differ: { en: '{count} accounts differ. Find out why.', hi: '{count} खाते अलग हैं। कारण जानें।' },
  noneDiffers: { en: 'None differs.', hi: 'कोई अलग नहीं है।' },
  seals: { en: 'Audit seals', hi: 'ऑडिट की मुहरें' },
  sealsFit: {
    en: '{count} of {all} seals were drawn and compared: all fit.',
    hi: '{all} में से {count} मुहरें चुनकर मिलाई गईं: सब सही हैं।',
  },
  sealsDiffer: {
    en: 'These seals do not fit what they cover: {numbers}. Have the audit verified.',
    hi: 'ये मुहरें अपने अभिलेखों से नहीं मिलतीं: {numbers}। ऑडिट की जाँच कराएँ।',
  },
  links: {
    en: 'Days on which unusually many files were fetched',
    hi: 'दिन जब असामान्य रूप से बहुत फ़ाइलें ली गईं',
  },
  noLinks: { en: 'There were none.', hi: 'ऐसा कोई दिन नहीं था।' },
  member: { en: 'Member of a lab', hi: 'लैब का सदस्य' },
  day: { en: 'Day', hi: 'दिन' },
  files: { en: 'Files', hi: 'फ़ाइलें' },
  compare: {
    en: 'What changed since the month before (goes on record)',
    hi: 'पिछले महीने से क्या बदला (यह दर्ज होगा)',
  },
  newAdmins: { en: 'Admins who were none before', hi: 'नए एडमिन' },
  goneAdmins: { en: 'Admins no more', hi: 'अब एडमिन नहीं' },
  nobody: { en: 'Nobody', hi: 'कोई नहीं' },
  acknowledgeAbout: {
    en: 'Say that you read the review of this month and acted on what looked odd.',
    hi: 'पुष्टि करें कि आपने इस महीने की समीक्षा पढ़ी और अजीब बातों पर कार्रवाई की।',
  },
} as const;
