// What people read before they are let in, and on the pages of their own account.

export const words = {
  signIn: { en: 'Sign in', hi: 'साइन इन करें' },
  signUp: { en: 'Make an account', hi: 'खाता बनाएँ' },
  haveAccount: { en: 'I have an account', hi: 'मेरा खाता है' },
  email: { en: 'E-mail address', hi: 'ई-मेल पता' },
  password: { en: 'Password', hi: 'पासवर्ड' },
  passwordHint: { en: 'At least 8 characters.', hi: 'कम से कम 8 अक्षर।' },
  forgotten: { en: 'I have forgotten my password', hi: 'पासवर्ड भूल गए' },
  resetSent: {
    en: 'If there is an account with this address, an e-mail with a link is on its way.',
    hi: 'अगर इस पते से खाता है, तो लिंक वाला ई-मेल भेजा जा रहा है।',
  },
  refused: {
    en: 'You were signed out: the account was suspended or removed, or your sign-in has ended. Sign in again to see which.',
    hi: 'आप साइन आउट हो गए: खाता निलंबित या हटाया गया, या साइन-इन समाप्त हुआ। कारण देखने के लिए दोबारा साइन इन करें।',
  },
  wrong: { en: 'The address or the password is wrong.', hi: 'पता या पासवर्ड ग़लत है।' },
  taken: {
    en: 'There is an account with this address: sign in, or have the password reset.',
    hi: 'इस पते से खाता मौजूद है: साइन इन करें, या पासवर्ड बदलवाएँ।',
  },
  weak: { en: 'Choose a longer password.', hi: 'लंबा पासवर्ड चुनें।' },
  noAddress: { en: 'Write your e-mail address.', hi: 'अपना ई-मेल पता लिखें।' },
  tooMany: {
    en: 'Too many attempts: wait some minutes and try again.',
    hi: 'बहुत बार कोशिश हुई: कुछ मिनट रुककर दोबारा कोशिश करें।',
  },
  disabled: {
    en: 'This account was suspended. Ask the one who suspended it.',
    hi: 'यह खाता निलंबित है। जिसने निलंबित किया उनसे पूछें।',
  },
  verify: { en: 'Verify your address', hi: 'अपना पता सत्यापित करें' },
  verifyText: {
    en: 'An e-mail with a link was sent to {email}. Open the link, then come back here.',
    hi: '{email} पर लिंक वाला ई-मेल भेजा गया है। लिंक खोलें, फिर यहाँ लौटें।',
  },
  verified: { en: 'I have opened the link', hi: 'मैंने लिंक खोल लिया है' },
  notVerified: { en: 'It is not verified yet.', hi: 'यह अभी सत्यापित नहीं है।' },
  sendAgain: { en: 'Send the e-mail again', hi: 'ई-मेल दोबारा भेजें' },
  sentAgain: { en: 'The e-mail was sent.', hi: 'ई-मेल भेज दिया गया।' },
  failed: { en: 'Your account could not be read.', hi: 'आपका खाता नहीं पढ़ा जा सका।' },
  again: { en: 'Try again', hi: 'दोबारा कोशिश करें' },
  register: { en: 'Tell us who you are', hi: 'अपने बारे में बताएँ' },
  registerText: {
    en: 'An administrator of Scanner looks at it and lets you in.',
    hi: 'स्कैनर का प्रशासक इसे देखकर आपको अनुमति देगा।',
  },
  invited: {
    en: 'You were invited to a clinic or lab that uses Scanner.',
    hi: 'आपको स्कैनर इस्तेमाल करने वाले क्लिनिक या लैब में आमंत्रित किया गया है।',
  },
  invitedTwice: {
    en: 'You were invited more than once. Choose the invitation that you take up.',
    hi: 'आपको एक से ज़्यादा आमंत्रण मिले हैं। चुनें कि कौन-सा स्वीकार करना है।',
  },
  invitation: { en: 'Invitation', hi: 'आमंत्रण' },
  invitationOf: { en: '{role}, invited on {day}', hi: '{role}, {day} को आमंत्रित' },
  ownInstead: {
    en: 'Register a clinic or lab of my own instead',
    hi: 'इसके बजाय अपना क्लिनिक या लैब पंजीकृत करें',
  },
  inviteInstead: { en: 'Take up the invitation instead', hi: 'इसके बजाय आमंत्रण स्वीकार करें' },
  roleHint: {
    en: 'Clinics ask for scans and order work; labs make it; operators come and scan.',
    hi: 'क्लिनिक स्कैन माँगते और काम ऑर्डर करते हैं; लैब काम बनाती हैं; ऑपरेटर आकर स्कैन करते हैं।',
  },
  phoneHint: {
    en: 'As it is dialled in India, or with the country code.',
    hi: 'जैसे भारत में डायल होता है, या देश के कोड के साथ।',
  },
  organisationHint: {
    en: 'Operators and parcels go to this address. If your clinic or lab is on Scanner already, ask its owner for an invitation instead.',
    hi: 'ऑपरेटर और पार्सल इसी पते पर जाते हैं। आपका क्लिनिक या लैब पहले से स्कैनर पर हो, तो उसके मालिक से आमंत्रण माँगें।',
  },
  registerAgain: { en: 'Register again', hi: 'दोबारा पंजीकरण करें' },
  rights: { en: 'Your own data', hi: 'आपका अपना डेटा' },
  home: { en: 'Go on', hi: 'आगे बढ़ें' },
  yourName: { en: 'Your name', hi: 'आपका नाम' },
  role: { en: 'What are you?', hi: 'आप क्या हैं?' },
  join: { en: 'Accept the invitation', hi: 'आमंत्रण स्वीकार करें' },
  send: { en: 'Send', hi: 'भेजें' },
  policy: { en: 'Privacy policy', hi: 'गोपनीयता नीति' },
  policyElsewhere: {
    en: 'The policy in force is published by Scanner in another place.',
    hi: 'लागू नीति स्कैनर ने किसी और जगह प्रकाशित की है।',
  },
  accept: { en: 'I have read it and accept it', hi: 'मैंने पढ़ लिया है और स्वीकार करता/करती हूँ' },
  notAccepted: {
    en: 'Read the privacy policy, and tick that you accept it.',
    hi: 'गोपनीयता नीति पढ़ें, और स्वीकृति पर निशान लगाएँ।',
  },
  accepted: { en: 'You have accepted this version.', hi: 'आपने यह संस्करण स्वीकार किया है।' },
  pending: { en: 'Waiting for approval', hi: 'अनुमति की प्रतीक्षा' },
  pendingText: {
    en: 'An administrator looks at your account. You get an e-mail, and this page goes on by itself.',
    hi: 'प्रशासक आपका खाता देख रहा है। आपको ई-मेल मिलेगा, और यह पेज अपने आप आगे बढ़ेगा।',
  },
  rejected: { en: 'Your account was not approved', hi: 'आपके खाते को अनुमति नहीं मिली' },
  suspended: { en: 'Your account is suspended', hi: 'आपका खाता निलंबित है' },
  removed: { en: 'You are no longer a member', hi: 'आप अब सदस्य नहीं हैं' },
  preparing: { en: 'Your account is being prepared …', hi: 'आपका खाता तैयार हो रहा है …' },
  reason: { en: 'Reason: {reason}', hi: 'कारण: {reason}' },
  suspendedText: {
    en: 'You still have the rights about your own data: ask for a copy or for its erasure.',
    hi: 'अपने डेटा के अधिकार आपके पास हैं: उसकी प्रति या उसे मिटाना माँग सकते हैं।',
  },
} as const;
