// What of a payout is called how, for labs and admins.

export const words = {
  payout: { en: 'Payout', hi: 'पेआउट' },
  asked: { en: 'Asked for', hi: 'माँगा गया' },
  amount: { en: 'Amount', hi: 'राशि' },
  to: { en: 'Goes to', hi: 'कहाँ जाएगा' },
  state: { en: 'State', hi: 'स्थिति' },
  waits: { en: 'Can be approved from', hi: 'कब से मंज़ूर हो सकता है' },
  approvals: { en: 'Approvals', hi: 'मंज़ूरियाँ' },
  owed: { en: 'The lab owes', hi: 'लैब पर बकाया' },
  utr: { en: 'UTR', hi: 'UTR' },
  why: { en: 'Reason', hi: 'कारण' },
  ended: { en: 'Ended', hi: 'पूरा हुआ' },
  steps: { en: 'Next', hi: 'आगे' },
  period: { en: 'Period', hi: 'अवधि' },
  quarter: { en: '{first} – {last} {year}, Q{quarter}', hi: '{first} – {last} {year}, Q{quarter}' },
} as const;
