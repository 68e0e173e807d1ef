"""The whole platform under simulation: people, faults and time, drawn from one seed."""

import os

from tools.gateway import ACCOUNT, KEY_ID, KEY_SECRET, WEBHOOK_SECRET

#: What the settings of the world are; the sweep comes once an hour, the most that it may be set to.
SETTINGS = {
    "GCLOUD_PROJECT": "world",
    "GOOGLE_CLOUD_PROJECT": "world",
    "FIREBASE_CONFIG": '{"projectId": "world", "storageBucket": "world-landing"}',
    "SCANNER_SWEEP_MINUTES": "60",
    "SCANNER_PUSH": "log",
    "RAZORPAY_URL": "https://gateway.invalid",
    "RAZORPAY_KEY_ID": KEY_ID,
    "RAZORPAY_KEY_SECRET": KEY_SECRET,
    "RAZORPAY_WEBHOOK_SECRET": WEBHOOK_SECRET,
    "RAZORPAYX_ACCOUNT": ACCOUNT,
    "SCANNER_STATE": "27",
    "SCANNER_GSTIN": "27AAPFU0939F1ZV",
    "SCANNER_TDS_RATE": "10",
    "SCANNER_TCS_RATE": "50",
}
os.environ.update(SETTINGS)  # before anything of the functions is imported, which reads them
