"""The words of the case check for a dentist, in both languages, and how serious each finding is.

What could not be judged, and what needs nobody's decision, is a note. A sentence names no person
and no other case: labs read it too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from scans.checks.findings import CaseCode
from scans.checks.models import Bilingual, FindingSeverity

#: Scans by the values of `uploads.models.Jaw`, as they stand before `का` in Hindi.
SCANS: Final[Mapping[str, Bilingual]] = {
    "upper": Bilingual(en="upper jaw", hi="ऊपरी जबड़े"),
    "lower": Bilingual(en="lower jaw", hi="निचले जबड़े"),
    "bite": Bilingual(en="bite", hi="बाइट"),
    "bite_right": Bilingual(en="bite on the right", hi="दाईं बाइट"),
    "bite_left": Bilingual(en="bite on the left", hi="बाईं बाइट"),
}


@dataclass(frozen=True)
class CaseWords:
    """What is said of a finding: places in braces are filled with its words, teeth and figures."""

    severity: FindingSeverity
    sentence: Bilingual
    mend: Bilingual


def _warning(en: str, hi: str, mend_en: str, mend_hi: str) -> CaseWords:
    said, mend = Bilingual(en=en, hi=hi), Bilingual(en=mend_en, hi=mend_hi)
    return CaseWords(FindingSeverity.WARNING, said, mend)


def _note(en: str, hi: str, mend_en: str, mend_hi: str) -> CaseWords:
    said, mend = Bilingual(en=en, hi=hi), Bilingual(en=mend_en, hi=mend_hi)
    return CaseWords(FindingSeverity.NOTE, said, mend)


_C = CaseCode
WORDS: Final[Mapping[CaseCode, CaseWords]] = {
    _C.ARCH_MISSING: _warning(
        "No scan of the {scan} is among the files, and the work is made for it.",
        "फ़ाइलों में {scan} का स्कैन नहीं है, जबकि काम उसी के लिए बनना है।",
        "Add the scan of the {scan}, or have it scanned.",
        "{scan} का स्कैन जोड़ें, या स्कैन कराएँ।",
    ),
    _C.ANTAGONIST_MISSING: _warning(
        "No scan of the {scan} is among the files, and the work bites on it: contacts cannot be "
        "set without it.",
        "फ़ाइलों में {scan} का स्कैन नहीं है, जिससे यह काम मिलेगा: उसके बिना दाँतों का संपर्क तय नहीं हो सकता।",
        "Add the scan of the {scan}, exported in its bite with the other jaw or with a bite scan.",
        "{scan} का स्कैन जोड़ें, जो दूसरे जबड़े के साथ बाइट में निर्यात किया गया हो, या साथ में बाइट स्कैन दें।",
    ),
    _C.BITE_MISSING: _note(
        "No bite scan is among the files, and whether the scans of the jaws lie as they bite could "
        "not be told.",
        "फ़ाइलों में बाइट स्कैन नहीं है, और जबड़ों के स्कैन बाइट की स्थिति में हैं या नहीं, यह पता नहीं चल सका।",
        "Make sure that the jaws were exported as they bite, or add a bite scan.",
        "देख लें कि जबड़े बाइट की स्थिति में निर्यात हुए हैं, या बाइट स्कैन जोड़ें।",
    ),
    _C.SCAN_BODY_MISSING: _note(
        "For {teeth} the lab needs a scan of the {scan} with the scan body in place; whether the "
        "files show it cannot be told.",
        "{teeth} के लिए लैब को {scan} का ऐसा स्कैन चाहिए जिसमें स्कैन बॉडी लगी हो; फ़ाइलों में वह है या नहीं, "
        "यह पता नहीं चल सकता।",
        "Make sure that the scan of the {scan} shows the scan body; if it does not, scan it so.",
        "देख लें कि {scan} के स्कैन में स्कैन बॉडी दिखती है; न दिखे तो उसके साथ स्कैन कराएँ।",
    ),
    _C.ARCH_NOT_WHOLE: _warning(
        "The scan of the {scan} does not reach {teeth}, and the work needs the whole arch.",
        "{scan} का स्कैन {teeth} तक नहीं पहुँचता, जबकि इस काम के लिए पूरा आर्च चाहिए।",
        "Scan the whole arch; if no teeth are left there, sign this off.",
        "पूरा आर्च स्कैन करें; अगर वहाँ दाँत नहीं बचे हैं, तो इसकी पुष्टि कर दें।",
    ),
    _C.TOOTH_NOT_SCANNED: _warning(
        "The scan of the {scan} does not reach {teeth}, and the work is made there.",
        "{scan} का स्कैन {teeth} तक नहीं पहुँचता, जबकि काम वहीं बनना है।",
        "Check the number of the tooth and the jaw, or scan that side.",
        "दाँत का नंबर और जबड़ा जाँचें, या उस ओर का स्कैन कराएँ।",
    ),
    _C.HOLE_AT_TOOTH: _warning(
        "The scan of the {scan} has a hole of {across_mm} mm beside {teeth}.",
        "{scan} के स्कैन में {teeth} के पास {across_mm} मि.मी. का छेद है।",
        "Scan the place again; if the hole is away from the preparation and the contacts, sign "
        "this off.",
        "उस जगह को दोबारा स्कैन करें; अगर छेद तैयार दाँत और संपर्कों से दूर है, तो इसकी पुष्टि कर दें।",
    ),
    _C.HOLES: _note(
        "The scan of the {scan} has holes, as far as can be told away from the teeth of the order: "
        "{holes}, the largest of {across_mm} mm.",
        "{scan} के स्कैन में छेद हैं, जो जहाँ तक पता चलता है ऑर्डर के दाँतों से दूर हैं: {holes}, "
        "सबसे बड़ा {across_mm} मि.मी. का।",
        "Look at the marked picture, and scan again what the lab needs of it.",
        "निशान लगी तस्वीर देखें, और लैब को जो हिस्सा चाहिए उसे दोबारा स्कैन करें।",
    ),
    _C.JAWS_EXCHANGED: _warning(
        "The jaws are exchanged: what is filed as the lower jaw is the upper one, and the other "
        "way round.",
        "जबड़े आपस में बदल गए हैं: जो निचले जबड़े के नाम से दर्ज है वह ऊपरी है, और जो ऊपरी के नाम से है वह निचला।",
        "Upload both scans again, each under its own jaw.",
        "दोनों स्कैन सही जबड़े के नाम से दोबारा अपलोड करें।",
    ),
    _C.JAWS_BOTH_UPPER: _warning(
        "Two scans that bite on each other are both filed as the upper jaw.",
        "एक-दूसरे से मिलने वाले दो स्कैन, दोनों ऊपरी जबड़े के नाम से दर्ज हैं।",
        "Upload both scans again, each under its own jaw.",
        "दोनों स्कैन सही जबड़े के नाम से दोबारा अपलोड करें।",
    ),
    _C.JAWS_BOTH_LOWER: _warning(
        "Two scans that bite on each other are both filed as the lower jaw.",
        "एक-दूसरे से मिलने वाले दो स्कैन, दोनों निचले जबड़े के नाम से दर्ज हैं।",
        "Upload both scans again, each under its own jaw.",
        "दोनों स्कैन सही जबड़े के नाम से दोबारा अपलोड करें।",
    ),
    _C.JAWS_APART: _warning(
        "The jaws stand {gap_mm} mm apart and touch nowhere.",
        "जबड़ों के स्कैन {gap_mm} मि.मी. दूर हैं और कहीं नहीं मिलते।",
        "Export the scans as they bite, or scan the bite again; if the bite is raised on purpose, "
        "sign this off.",
        "स्कैन बाइट की स्थिति में निर्यात करें, या बाइट दोबारा स्कैन करें; अगर बाइट जान-बूझकर उठाई गई है, "
        "तो इसकी पुष्टि कर दें।",
    ),
    _C.JAWS_CROSSING: _warning(
        "The jaws go {penetration_mm} mm deep into each other.",
        "जबड़ों के स्कैन {penetration_mm} मि.मी. तक एक-दूसरे के अंदर जाते हैं।",
        "Scan the bite again, with the back teeth together, and export the scans anew.",
        "पिछले दाँत मिलाकर बाइट दोबारा स्कैन करें, और स्कैन फिर से निर्यात करें।",
    ),
    _C.BITE_NOT_ALIGNED: _warning(
        "The bite is not aligned: the scans of the jaws do not lie as they bite on each other.",
        "बाइट सही नहीं बैठी है: जबड़ों के स्कैन एक-दूसरे से बाइट की स्थिति में नहीं मिलते।",
        "Export the scans as the scanner aligned them by the bite, or add a bite scan.",
        "स्कैन वैसे ही निर्यात करें जैसे स्कैनर ने बाइट से मिलाए थे, या बाइट स्कैन जोड़ें।",
    ),
    _C.BITE_DOES_NOT_FIT: _warning(
        "The scan of the {scan} does not lie on the jaws: {upper_percent} % of its surface lies on "
        "the upper one, {lower_percent} % on the lower one.",
        "{scan} का स्कैन जबड़ों पर नहीं बैठता: उसकी सतह का {upper_percent} % हिस्सा ऊपरी जबड़े पर और "
        "{lower_percent} % निचले जबड़े पर बैठता है।",
        "Make sure that it is of this patient and of the same visit, and export it with the jaws.",
        "देख लें कि वह इसी मरीज़ का और उसी विज़िट का है, और उसे जबड़ों के साथ निर्यात करें।",
    ),
    _C.SCAN_TWICE_JAW: _warning(
        "One surface is filed under two names: as the scan of the {scan}, and of the {other}.",
        "एक ही सतह दो नामों से दर्ज है: {scan} के स्कैन के रूप में, और {other} के स्कैन के रूप में।",
        "Upload the right scan under the name that is wrong.",
        "जिस नाम से ग़लत स्कैन दर्ज है, उस नाम से सही स्कैन अपलोड करें।",
    ),
    _C.SCAN_TWICE_VERSION: _note(
        "The scan of the {scan} is the same as its version {version}.",
        "{scan} का स्कैन वही है जो उसका संस्करण {version} था।",
        "If a new scan was meant, upload that one.",
        "अगर नया स्कैन भेजना था, तो उसे अपलोड करें।",
    ),
    _C.SCAN_OF_ANOTHER_PATIENT: _warning(
        "The scan of the {scan} is filed under another patient of the clinic as well.",
        "{scan} का स्कैन क्लिनिक के किसी दूसरे मरीज़ के नाम से भी दर्ज है।",
        "Make sure whose scan it is: if it is not this patient's, upload the right one; if it is, "
        "sign this off.",
        "देख लें कि स्कैन किसका है: इस मरीज़ का न हो तो सही स्कैन अपलोड करें; इसी का हो तो इसकी पुष्टि कर दें।",
    ),
    _C.IDENTITY_CONFIRMED: _warning(
        "The clinic confirmed that the scan of the {scan} is of the patient of this order.",
        "क्लिनिक ने पुष्टि की है कि {scan} का स्कैन इसी ऑर्डर के मरीज़ का है।",
        "Ask the clinic where anything about it seems wrong.",
        "इसमें कुछ ग़लत लगे तो क्लिनिक से पूछें।",
    ),
    _C.NOT_CHECKED: _note(
        "The scan of the {scan} could not be checked: no row of teeth was recognised in it.",
        "{scan} के स्कैन की जाँच नहीं हो सकी: उसमें दाँतों की क़तार पहचानी नहीं गई।",
        "Look at its pictures: nothing need be wrong with it.",
        "उसकी तस्वीरें देख लें: ज़रूरी नहीं कि उसमें कोई कमी हो।",
    ),
    _C.FILED_BEFORE: _note(
        "The scan of the {scan} was not checked: it was filed before scans were measured.",
        "{scan} के स्कैन की जाँच नहीं हुई: वह तब दर्ज हुआ था जब स्कैन मापे नहीं जाते थे।",
        "Look at its pictures, or upload it again to have it checked.",
        "उसकी तस्वीरें देख लें, या जाँच के लिए उसे दोबारा अपलोड करें।",
    ),
    _C.BEING_CHECKED: _note(
        "The scan of the {scan} is still being checked: what will be found in it is not known.",
        "{scan} के स्कैन की जाँच अभी चल रही है: उसमें क्या मिलेगा, यह अभी पता नहीं है।",
        "Check the order again in a minute; if this stays, upload the scan again.",
        "एक मिनट बाद ऑर्डर दोबारा जाँचें; फिर भी यही दिखे, तो स्कैन दोबारा अपलोड करें।",
    ),
    _C.JAWS_NOT_COMPARED: _note(
        "The scans of the jaws were not compared yet: how they lie to each other is not known.",
        "जबड़ों के स्कैन की अभी आपस में तुलना नहीं हुई है: वे एक-दूसरे से कैसे मिलते हैं, यह पता नहीं है।",
        "Check the order again in a minute; if this stays, upload one of the scans again.",
        "एक मिनट बाद ऑर्डर दोबारा जाँचें; फिर भी यही दिखे, तो उनमें से एक स्कैन दोबारा अपलोड करें।",
    ),
}
