// What the page of a clinic's or lab's members says.

import { titles } from './titles';

export const words = {
  ...titles,
  clinic: { en: 'Your clinic', hi: 'आपका क्लिनिक' },
  lab: { en: 'Your lab', hi: 'आपकी लैब' },
  name: { en: 'Name', hi: 'नाम' },
  address: { en: 'Address', hi: 'पता' },
  city: { en: 'City', hi: 'शहर' },
  pincode: { en: 'PIN code', hi: 'पिन कोड' },
  correct: { en: 'Ask for a correction', hi: 'सुधार माँगें' },
  correctAbout: {
    en: 'An administrator of Scanner looks at it first: the address is where operators and parcels go.',
    hi: 'पहले स्कैनर के एडमिन इसे देखेंगे: इसी पते पर ऑपरेटर और पार्सल जाते हैं।',
  },
  members: { en: 'Members', hi: 'सदस्य' },
  noMembers: { en: 'Nobody is a member.', hi: 'कोई सदस्य नहीं है।' },
  member: { en: 'Name', hi: 'नाम' },
  you: { en: '{name} (you)', hi: '{name} (आप)' },
  email: { en: 'E-mail address', hi: 'ई-मेल पता' },
  phone: { en: 'Phone', hi: 'फ़ोन' },
  state: { en: 'State', hi: 'स्थिति' },
  owner: { en: 'Owner', hi: 'मालिक' },
  steps: { en: 'What you can do', hi: 'आप क्या कर सकते हैं' },
  remove: { en: 'Remove', hi: 'हटाएँ' },
  removeAbout: {
    en: '{name} loses access at once. What was done stays on record.',
    hi: '{name} की पहुँच तुरंत बंद हो जाएगी। जो काम हुआ, वह रिकॉर्ड में रहेगा।',
  },
  handOver: { en: 'Hand over the ownership', hi: 'स्वामित्व सौंपें' },
  handOverAbout: {
    en: '{name} becomes an owner, who manages members, wallet and invoices. You stay a member and are not an owner any more.',
    hi: '{name} मालिक बनेंगे, जो सदस्य, वॉलेट और बिल सँभालते हैं। आप सदस्य रहेंगे, मालिक नहीं।',
  },
  invites: { en: 'Invitations', hi: 'आमंत्रण' },
  noInvites: {
    en: 'Nobody is invited. Invite colleagues by their e-mail address; an administrator of Scanner still lets them in.',
    hi: 'कोई आमंत्रित नहीं है। सहकर्मियों को उनके ई-मेल पते से बुलाएँ; स्कैनर के एडमिन उन्हें अनुमति देते हैं।',
  },
  invite: { en: 'Invite somebody', hi: 'किसी को आमंत्रित करें' },
  inviteAbout: {
    en: 'Tell the person to make an account here with exactly this address. The invitation is found by it; inviting again renews it.',
    hi: 'उस व्यक्ति से कहें कि यहाँ ठीक इसी पते से खाता बनाए। आमंत्रण इसी से मिलता है; दोबारा बुलाने से वह नया हो जाता है।',
  },
  ownerLabel: {
    en: 'As an owner, who manages members, wallet and invoices',
    hi: 'मालिक के रूप में, जो सदस्य, वॉलेट और बिल सँभाले',
  },
  expires: { en: 'Good until', hi: 'कब तक मान्य' },
  lapsed: { en: 'Lapsed on {day}: invite again', hi: '{day} को समाप्त: दोबारा बुलाएँ' },
  withdraw: { en: 'Withdraw', hi: 'वापस लें' },
  withdrawAbout: {
    en: 'The invitation of {email} is taken back.',
    hi: '{email} का आमंत्रण वापस लिया जाएगा।',
  },
  notOwner: {
    en: 'An owner manages the members and can have this corrected.',
    hi: 'सदस्यों को मालिक सँभालते हैं, और वे इसमें सुधार माँग सकते हैं।',
  },
  leave: { en: 'Leave', hi: 'छोड़ें' },
  leaveTitle: { en: 'Leave the clinic or lab', hi: 'क्लिनिक या लैब छोड़ें' },
  leaveAbout: {
    en: 'You lose access to everything of it at once. An owner would have to invite you again.',
    hi: 'आपकी इसकी हर चीज़ तक पहुँच तुरंत बंद हो जाएगी। मालिक को आपको दोबारा आमंत्रित करना होगा।',
  },
} as const;
