"""Hindi, as clinics and labs write it: polite, short, with the trade's words as they are spoken."""

from messaging.models import Notice
from messaging.words import Said, Words

_STARTS = "{% if starts_at is defined %} समय: {{ when(starts_at) }}।{% endif %}"

HINDI = Words(
    notices={
        Notice.ACCOUNT_APPROVED: Said(
            "आपका खाता मंज़ूर हो गया है", "अब आप Scanner पर काम शुरू कर सकते हैं।"
        ),
        Notice.ACCOUNT_REJECTED: Said(
            "आपका आवेदन मंज़ूर नहीं हुआ",
            "कारण ऐप में आपके खाते में लिखा है। आप दोबारा आवेदन कर सकते हैं।",
        ),
        Notice.ACCOUNT_ROLE_CHANGED: Said(
            "आपके खाते की भूमिका बदल गई है",
            "नई भूमिका अभी से लागू है। आगे बढ़ने के लिए ऐप दोबारा खोलें।",
        ),
        Notice.ACCOUNT_SUSPENDED: Said("आपका खाता रोक दिया गया है", "कारण ऐप में आपके खाते में लिखा है।"),
        Notice.ACCOUNT_REINSTATED: Said(
            "आपका खाता फिर से चालू है", "आप Scanner पर अपना काम जारी रख सकते हैं।"
        ),
        Notice.ACCOUNT_INACTIVE: Said(
            "आपका खाता बंद होने वाला है",
            "इसका लंबे समय से उपयोग नहीं हुआ है। इसे {{ when(closes_at) }} बंद कर दिया जाएगा। "
            "खाता रखना हो तो उससे पहले साइन इन करें।",
        ),
        Notice.MEMBER_REMOVED: Said(
            "आपको संस्था से हटा दिया गया है", "अब आप इस क्लिनिक या लैब के रिकॉर्ड नहीं देख सकते।"
        ),
        Notice.OWNERSHIP_RECEIVED: Said(
            "आपको मालिक के अधिकार मिले हैं",
            "अब आप अपने क्लिनिक या लैब के सदस्य, वॉलेट और बिल सँभाल सकते हैं।",
        ),
        Notice.EMAIL_CHANGED: Said(
            "आपके खाते का ई-मेल पता बदल गया है",
            "अब से संदेश नए पते पर जाएँगे। यदि यह बदलाव आपने नहीं किया है, तो तुरंत Scanner सपोर्ट को बताएँ।",
        ),
        Notice.UPLOAD_READY: Said(
            "फ़ाइल तैयार है", "अपलोड {{ upload | short }} की जाँच हो गई है, फ़ाइल देखी जा सकती है।"
        ),
        Notice.UPLOAD_REJECTED: Said(
            "फ़ाइल स्वीकार नहीं हुई",
            "अपलोड {{ upload | short }} में दिक्कत है। कारण ऐप में देखें और फ़ाइल दोबारा अपलोड करें।",
        ),
        Notice.VISIT_REQUESTED: Said(
            "नई विज़िट का अनुरोध", "विज़िट {{ visit | short }} के लिए ऑपरेटर तय करना है।"
        ),
        Notice.VISIT_ASSIGNED: Said(
            "विज़िट के लिए ऑपरेटर तय हुआ",
            "विज़िट {{ visit | short }} के लिए ऑपरेटर तय हो गया है।" + _STARTS,
        ),
        Notice.VISIT_MOVED: Said(
            "विज़िट की जानकारी", "विज़िट {{ visit | short }}: {{ states[state] }}।"
        ),
        Notice.VISIT_CANCELLED: Said(
            "विज़िट रद्द हुई",
            "विज़िट {{ visit | short }} तय कार्यक्रम के अनुसार नहीं होगी।"
            "{% if starts_at is defined %} तय समय था: {{ when(starts_at) }}।{% endif %}",
        ),
        Notice.VISIT_REMINDER: Said(
            "आने वाली विज़िट का रिमाइंडर",
            "विज़िट {{ visit | short }} का समय: {{ when(starts_at) }}।",
        ),
        Notice.CASE_CLOSED: Said(
            "केस बंद किया गया",
            "केस {{ case | short }} में लंबे समय से कोई काम नहीं हुआ, इसलिए इसे बंद किया गया और इसे रखने की "
            "अवधि शुरू हो गई। काम जारी हो तो इसे फिर से खोलें।",
        ),
        Notice.CONSENT_WITHDRAWN: Said(
            "सहमति वापस ले ली गई है",
            "सहमति {{ consent | short }} वापस ले ली गई है। उस पर आधारित काम रोक दिया गया है।",
        ),
        Notice.GUARDIAN_NEEDED: Said(
            "अभिभावक की सहमति चाहिए",
            "मरीज़ {{ patient | short }} का रिकॉर्ड सुधारा गया है। जब तक आप माता-पिता या अभिभावक की "
            "सहमति दर्ज नहीं करते, केस रुके रहेंगे।",
        ),
        Notice.VISIT_WAITS: Said(
            "विज़िट रुकी हुई है",
            "विज़िट {{ visit | short }} के लिए सहमति का इंतज़ार है। आगे बढ़ने की सूचना मिलने तक कृपया न निकलें "
            "और न स्कैन करें।",
        ),
        Notice.VISIT_GOES_ON: Said(
            "विज़िट आगे बढ़ सकती है",
            "विज़िट {{ visit | short }} के लिए सहमति मिल गई है। आप आगे बढ़ सकते हैं।",
        ),
        Notice.ORDER_WAITS: Said(
            "ऑर्डर रुका हुआ है",
            "ऑर्डर {{ order | short }} के लिए सहमति का इंतज़ार है। आगे बढ़ने की सूचना मिलने तक फ़ाइलें नहीं "
            "मिलेंगी; कृपया इस पर काम न करें।",
        ),
        Notice.ORDER_GOES_ON: Said(
            "ऑर्डर आगे बढ़ सकता है",
            "ऑर्डर {{ order | short }} के लिए सहमति मिल गई है। आप आगे बढ़ सकते हैं।",
        ),
        Notice.BALANCE_LOW: Said("वॉलेट में बैलेंस कम है", "विज़िट और ऑर्डर न रुकें, इसके लिए वॉलेट में पैसे जोड़ें।"),
        Notice.PAYMENT_RECEIVED: Said(
            "भुगतान मिल गया", "भुगतान {{ payment | short }} आपके वॉलेट में जुड़ गया है।"
        ),
        Notice.INVOICE_ISSUED: Said(
            "नया बिल या क्रेडिट नोट", "{{ invoice }} तैयार है, आप इसे डाउनलोड कर सकते हैं।"
        ),
        Notice.ORDER_PLACED: Said(
            "नया ऑर्डर", "ऑर्डर {{ order | short }} आया है। कृपया इसे स्वीकार करें या लौटाएँ।"
        ),
        Notice.ORDER_MOVED: Said(
            "ऑर्डर की जानकारी", "ऑर्डर {{ order | short }}: {{ states[state] }}।"
        ),
        Notice.ORDER_OVERDUE: Said("ऑर्डर में देरी", "ऑर्डर {{ order | short }} की तय तारीख निकल गई है।"),
        Notice.ORDER_CORRECTED: Said(
            "ऑर्डर में सुधार हुआ है",
            "ऑर्डर {{ order | short }} में मरीज़ का विवरण सुधारा गया है। "
            "कृपया आगे काम करने से पहले उसे अपने रिकॉर्ड से मिला लें।",
        ),
        Notice.ORDER_AMENDED: Said(
            "लैब ने ऑर्डर में सुधार किया है",
            "ऑर्डर {{ order | short }} की तय तारीख या उसके भेजे जाने की जानकारी सुधारी गई है। "
            "अब जो लागू है, वह ऑर्डर में लिखा है।",
        ),
        Notice.LAB_NOT_OPEN: Said(
            "आपकी लैब अभी ऑर्डर नहीं ले रही है",
            "जब तक आपके बिल का विवरण दर्ज नहीं होता, क्लिनिक ऑर्डर नहीं दे सकते। उसे वॉलेट में दर्ज करें, "
            "फिर लैब की प्रोफ़ाइल में बताएँ कि आप ऑर्डर लेते हैं।",
        ),
        Notice.ORDER_MESSAGE: Said("ऑर्डर पर संदेश", "ऑर्डर {{ order | short }} पर एक नया संदेश आया है।"),
        Notice.POLICY_CHANGED: Said(
            "हमारी गोपनीयता नीति बदल गई है",
            "अब संस्करण {{ version }} लागू है। कृपया इसे ऐप में पढ़कर स्वीकार करें।",
        ),
        Notice.PRIVACY_STEP: Said(
            "आपके गोपनीयता अनुरोध की जानकारी",
            "अनुरोध {{ request | short }} पर कार्रवाई आगे बढ़ी है। पूरी जानकारी ऐप में है।",
        ),
        Notice.SUPPORT_REPLY: Said(
            "सपोर्ट टीम का जवाब आया है", "टिकट {{ ticket | short }} पर जवाब आया है।"
        ),
        Notice.ACCESS_REVIEW: Said(
            "एक्सेस समीक्षा तैयार है",
            "किसके पास एक्सेस है, इसकी समीक्षा {{ review }} तैयार है। कृपया इसे पढ़कर पुष्टि करें।",
        ),
        Notice.TICKET_WAITING: Said(
            "एक टिकट जवाब के इंतज़ार में है", "टिकट {{ ticket | short }} को जवाब का इंतज़ार है।"
        ),
        Notice.APPROVAL_PENDING: Said(
            "एक खाता मंज़ूरी के इंतज़ार में है",
            "खाता {{ account | short }} एक दिन से ज़्यादा समय से मंज़ूरी के इंतज़ार में है।",
        ),
        Notice.QUEUE_WAITING: Said(
            "एडमिन के लिए काम बाकी है",
            "अभी इंतज़ार में: बिना ऑपरेटर की विज़िट {{ visits }}, मंज़ूरी के लिए खाते {{ accounts }}, "
            "जवाब के लिए टिकट {{ tickets }}।",
        ),
    },
    states={
        "requested": "अनुरोध मिला",
        "assigned": "ऑपरेटर तय हुआ",
        "accepted": "स्वीकार हुआ",
        "declined": "ऑपरेटर नहीं आ सकेंगे",
        "en_route": "ऑपरेटर रास्ते में हैं",
        "arrived": "ऑपरेटर पहुँच गए हैं",
        "scanning": "स्कैन शुरू हो गया है",
        "uploaded": "स्कैन अपलोड हो गए हैं",
        "completed": "काम पूरा हुआ",
        "no_show": "मरीज़ नहीं आए",
        "rescheduled": "नया समय सुझाया गया है",
        "cancelled": "रद्द",
        "placed": "ऑर्डर दिया गया",
        "rejected": "लैब ने लौटा दिया",
        "in_production": "लैब में बन रहा है",
        "on_hold": "काम रुका है, कृपया कारण देखें",
        "rescan_requested": "लैब ने नया स्कैन माँगा है",
        "ready": "लैब में तैयार है",
        "shipped": "भेज दिया गया है",
        "lost": "पार्सल खो गया है, कृपया आगे की जानकारी देखें",
        "delivered": "पहुँच गया है",
        "remake_requested": "दोबारा बनाने का अनुरोध",
    },
    months=(
        "जनवरी",
        "फ़रवरी",
        "मार्च",
        "अप्रैल",
        "मई",
        "जून",
        "जुलाई",
        "अगस्त",
        "सितंबर",
        "अक्टूबर",
        "नवंबर",
        "दिसंबर",
    ),
    parts=((0, "रात"), (4, "सुबह"), (12, "दोपहर"), (16, "शाम"), (20, "रात")),
    moment="{day} {month} {year}, {part} {clock} बजे",
    open="Scanner में देखें",
    sent="सूचना का समय",
    closing="यह ई-मेल आपको इसलिए मिला है क्योंकि Scanner पर आपका खाता है। कृपया इसका जवाब न भेजें।",
    settings="आपको कौन-सी सूचना कैसे मिले, यह ऐप की सेटिंग में बदला जा सकता है।",
    mandatory="इस तरह की सूचना हमेशा भेजी जाती है।",
)
