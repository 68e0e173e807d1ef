"""What stands at a field of a form that is not right, in English and Hindi.

`FAULTS` is by what the functions say of a field, `PATTERNS` by what a text has to match, and
`TAKES` by what else a field takes. A text is a pair, English first; places are as in sentences.
"""

FAULTS: dict[str, tuple[str, str]] = {
    "A material is named twice": (
        "A material is named twice: name each once.",
        "एक सामग्री दो बार लिखी है: हर एक को एक बार लिखें।",
    ),
    "A signed form is uploaded as an image": (
        "A signed form is uploaded as an image.",
        "हस्ताक्षर किया हुआ फ़ॉर्म फ़ोटो के रूप में अपलोड होता है।",
    ),
    "A slot takes a quarter of an hour to eight hours": (
        "It has to end a quarter of an hour to eight hours after it begins.",
        "इसे शुरू होने के 15 मिनट से 8 घंटे के बीच ख़त्म होना चाहिए।",
    ),
    "A weekday is named twice": (
        "A weekday is named twice: name each once.",
        "सप्ताह का एक दिन दो बार लिखा है: हर एक को एक बार लिखें।",
    ),
    "Admins name one": ("Choose whose it is.", "चुनें कि किसका देखना है।"),
    "Give `account_number` and `ifsc`, or a `vpa`": (
        "Give an account number with its IFSC, or a UPI ID.",
        "IFSC के साथ खाता नंबर लिखें, या UPI आईडी लिखें।",
    ),
    "Give a date from the year 2000 to 2099": (
        "Give a date from the year 2000 to 2099.",
        "साल 2000 से 2099 के बीच की तारीख़ लिखें।",
    ),
    "Give a day as 2026-05-04": ("Choose a day.", "कोई दिन चुनें।"),
    "Give a first and a last day, a year apart at most": (
        "The last day has to be on or after the first, a year apart at most.",
        "आख़िरी दिन पहले दिन या उसके बाद का हो, और दोनों में ज़्यादा से ज़्यादा एक साल का अंतर हो।",
    ),
    "Give a moment as 2026-05-04T09:30:00Z, with its offset from UTC": (
        "Choose a day and a time.",
        "दिन और समय चुनें।",
    ),
    "Give a name of printable text without slashes, not of dots and spaces alone": (
        "The file's name has signs that cannot be kept: rename it.",
        "फ़ाइल के नाम में ऐसे चिह्न हैं जो नहीं रखे जा सकते: नाम बदलें।",
    ),
    "Give a tooth by its two digits in ISO 3950, such as 26": (
        "Give a tooth by its two digits in ISO 3950, such as 26.",
        "दाँत को ISO 3950 के दो अंकों से लिखें, जैसे 26।",
    ),
    "Give an account number with IFSC, or a UPI id": (
        "Give an account number with its IFSC, or a UPI ID.",
        "IFSC के साथ खाता नंबर लिखें, या UPI आईडी लिखें।",
    ),
    "Give an amount above or below zero": (
        "Give an amount above or below zero.",
        "शून्य से ज़्यादा या कम राशि लिखें।",
    ),
    "Give days from 2020 on": ("Give days from 2020 on.", "2020 या उसके बाद के दिन लिखें।"),
    "Give one line of printable text that begins with something that shows": (
        "Write one line of text, without signs that do not show.",
        "एक पंक्ति में लिखें, ऐसे चिह्नों के बिना जो दिखते नहीं।",
    ),
    "Give printable text that begins with something that shows": (
        "Write text without signs that do not show.",
        "ऐसे चिह्नों के बिना लिखें जो दिखते नहीं।",
    ),
    "Give the `utr` of what was paid, or a `failure`": (
        "Give the UTR of what was paid, or why it failed.",
        "चुकाई गई राशि का UTR लिखें, या बताएँ कि भुगतान क्यों नहीं हुआ।",
    ),
    "Give the risk where, and only where, a breach is assessed": (
        "Give the risk where, and only where, a breach is assessed.",
        "जोखिम तभी बताएँ जब घटना का आकलन किया जा रहा हो।",
    ),
    "Give the state's code in the GST law, such as 27": (
        "Give the state's code in the GST law, such as 27.",
        "GST में राज्य का कोड लिखें, जैसे 27।",
    ),
    "Name a uid or a lab_id, and a time that ends after it begins": (
        "Name an account or a lab, and a time that ends after it begins.",
        "कोई खाता या लैब बताएँ, और ऐसा समय जो शुरू होने के बाद ख़त्म हो।",
    ),
    "Name one of case_id, visit_id and consent_id, and no more": (
        "A file belongs to one case, visit or consent: choose which.",
        "फ़ाइल एक ही केस, विज़िट या सहमति की होती है: चुनें कि किसकी।",
    ),
    "Name the jaw of a scan or image, and of no form or archive": (
        "Choose the jaw of a scan or an image; forms and archives have none.",
        "स्कैन या फ़ोटो का जबड़ा चुनें; फ़ॉर्म और आर्काइव का नहीं होता।",
    ),
    "Only images are of the mouth as a whole": (
        "Only images are of the mouth as a whole: choose a jaw.",
        "पूरे मुँह की केवल फ़ोटो होती हैं: जबड़ा चुनें।",
    ),
    "The GSTIN holds no PAN: check its characters": (
        "The GSTIN holds no PAN: check its characters.",
        "इस GSTIN में PAN नहीं है: उसके अक्षर जाँचें।",
    ),
    "The GSTIN is of another state": (
        "The GSTIN is of another state: check both.",
        "यह GSTIN दूसरे राज्य का है: दोनों जाँचें।",
    ),
    "The GSTIN was made of another PAN": (
        "The GSTIN was made of another PAN: check both.",
        "यह GSTIN किसी और PAN का है: दोनों जाँचें।",
    ),
    "The gross amount is not net and taxes": (
        "The gross amount is not net and taxes.",
        "कुल राशि, शुद्ध राशि और टैक्स के जोड़ के बराबर नहीं है।",
    ),
    "The totals are not those of the lines": (
        "The totals are not those of the lines.",
        "कुल जोड़ पंक्तियों के जोड़ के बराबर नहीं है।",
    ),
    "There is no such day": (
        "There is no such day in the calendar.",
        "कैलेंडर में ऐसा कोई दिन नहीं है।",
    ),
    "This is no GSTIN: check its fifteen characters": (
        "This is no GSTIN: check its fifteen characters.",
        "यह GSTIN नहीं है: उसके पंद्रह अक्षर जाँचें।",
    ),
    "This is no PAN: check its ten characters": (
        "This is no PAN: check its ten characters.",
        "यह PAN नहीं है: उसके दस अक्षर जाँचें।",
    ),
    "Work of this kind has no such price: see docs/works.md": (
        "Work of this kind is not priced like this: choose another unit.",
        "इस तरह के काम की क़ीमत ऐसे नहीं रखी जाती: दूसरी इकाई चुनें।",
    ),
    "Work of this type has no shade": (
        "Work of this type has no shade: leave the shade guide out.",
        "इस तरह के काम का शेड नहीं होता: शेड गाइड न चुनें।",
    ),
    "Write name and address in Latin or Devanagari": (
        "Write the name and the address in Latin or Devanagari letters.",
        "नाम और पता रोमन या देवनागरी में लिखें।",
    ),
}

#: What people type by hand and the length of which does not say enough.
PATTERNS: dict[str, tuple[str, str]] = {
    r"^[1-9][0-9]{5}$": (
        "Write the six digits of the PIN code.",
        "पिन कोड के छह अंक लिखें।",
    ),
    r"^[A-Z]{4}0[A-Z0-9]{6}$": (
        "Write the eleven characters of the IFSC in capital letters, such as HDFC0001234.",
        "IFSC के ग्यारह अक्षर बड़े अक्षरों में लिखें, जैसे HDFC0001234।",
    ),
    r"^[0-9]{9,18}$": (
        "Write the 9 to 18 digits of the account number.",
        "खाता नंबर के 9 से 18 अंक लिखें।",
    ),
    r"^[A-Za-z0-9][A-Za-z0-9._-]{1,200}@[A-Za-z][A-Za-z0-9]{1,49}$": (
        "Write the UPI ID with its @, such as name@bank.",
        "UPI आईडी @ के साथ लिखें, जैसे name@bank।",
    ),
    r"^[A-Za-z]{5}[0-9]{4}[A-Za-z]$": (
        "Write the ten characters of the PAN, such as ABCDE1234F.",
        "PAN के दस अक्षर लिखें, जैसे ABCDE1234F।",
    ),
    r"^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$": (
        "Write up to 40 letters and digits, such as P-104.",
        "40 तक रोमन अक्षर और अंक लिखें, जैसे P-104।",
    ),
    r"^[A-Za-z0-9 /-]{1,40}$": (
        "Write up to 40 letters and digits.",
        "40 तक रोमन अक्षर और अंक लिखें।",
    ),
    r"^[A-Z0-9.]{1,10}$": (
        "Write the shade as its guide has it, such as A2.",
        "शेड वैसे लिखें जैसे गाइड में है, जैसे A2।",
    ),
    r"^[A-Z0-9 /.()-]*[0-9][A-Z0-9 /.()-]*$": (
        "Write the number in capital letters and digits.",
        "नंबर बड़े रोमन अक्षरों और अंकों में लिखें।",
    ),
    r"^[A-Za-z][A-Za-z0-9 .,&'()/-]{2,99}$": (
        "Write the name in Latin letters, as the bank has it.",
        "नाम रोमन अक्षरों में लिखें, जैसे बैंक में है।",
    ),
    r"^20[2-9][0-9](-(0[1-9]|1[0-2])|Q[1-4])$": (
        "Write a month such as 2026-05, or a quarter such as 2026Q1.",
        "महीना लिखें, जैसे 2026-05, या तिमाही, जैसे 2026Q1।",
    ),
}

TAKES: dict[str, tuple[str, str]] = {
    "needed": ("Fill this in.", "इसे भरें।"),
    "choice": ("Choose one of these.", "इनमें से एक चुनें।"),
    "yes_no": ("Choose yes or no.", "हाँ या नहीं चुनें।"),
    "day": ("Choose a day.", "कोई दिन चुनें।"),
    "month": ("Choose a month.", "कोई महीना चुनें।"),
    "time": ("Choose a time.", "समय चुनें।"),
    "moment": ("Choose a day and a time.", "दिन और समय चुनें।"),
    "email": ("Write an e-mail address.", "ई-मेल पता लिखें।"),
    "length": (
        "Write {least:,} to {most:,} characters.",
        "{least:,} से {most:,} अक्षर लिखें।",
    ),
    "number": (
        "Give a number from {least:,} to {most:,}.",
        "{least:,} से {most:,} के बीच की संख्या लिखें।",
    ),
    "amount": (
        "Give an amount from {least:paise} to {most:paise}.",
        "{least:paise} से {most:paise} के बीच की राशि लिखें।",
    ),
    "rate": (
        "Give a rate from {least:,} % to {most:,} %.",
        "{least:,} % से {most:,} % के बीच की दर लिखें।",
    ),
    "count": (
        "Choose {least:,} to {most:,}.",
        "{least:,} से {most:,} चुनें।",
    ),
    "other": ("This does not fit: check it.", "यह सही नहीं है: जाँचें।"),
}
