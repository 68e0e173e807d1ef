"""The privacy policy as code: what keeps each of its sentences, and what it leaves people to do.

The text of a row is that of docs/privacy_policy.txt, word for word: whoever changes the policy
decides here anew. What only people can keep is said as a duty, and so is the rest of what code
keeps in part. `promises.py` holds all of it against the code and the tests.
"""

from tools.docs.promises import Row

ROWS = (
    Row("0", "Privacy Policy"),
    Row(
        "0.1",
        "Last updated: May 2026",
        (
            "accounts.members.register",
            "accounts.policy.accept",
            "accounts.policy.announce",
            "core.access.Caller.admitted",
            "core.settings.POLICY_VERSION",
        ),
        (
            "tests/emulator/test_accounts_approval.py::test_registering_needs_the_policy_in_force",
            "tests/emulator/test_accounts_policy.py::test_who_accepted_another_version_enters_nothing",
            "tests/emulator/test_accounts_policy.py::test_accepting_is_on_record_once",
            "tests/emulator/test_accounts_policy.py::test_who_has_not_accepted_it_is_told_once",
        ),
        "Whoever publishes a new text deploys its version as `SCANNER_POLICY_VERSION` and runs "
        "`scannerctl privacy announce-policy`, which tells those who accepted an older one.",
    ),
    # --- 1 -----------------------------------------------------------------------------------
    Row("1", "1. Information We Collect"),
    Row(
        "1.1",
        "Scanner collects information you provide directly when registering an account, requesting "
        "scan services, or communicating with us.",
        ("core.documents.Document", "core.callables.parse", "core.privacy.held"),
        (
            "tests/unit/core/test_core_documents.py::test_every_field_is_declared_or_found_to_be_undeclared",
            "tests/unit/core/test_core_callables.py::test_the_example_is_taken_and_one_more_field_refused",
            "tests/emulator/test_dump.py::test_a_document_that_nothing_declares",
            "tests/emulator/test_dump.py::test_a_fault_fails_the_run_after_tests_that_passed",
        ),
        "Who writes the policy names payments, devices, preferences, messages and what consents "
        "say, which are collected too: the table of categories below lists them.",
    ),
    Row(
        "1.2",
        "This includes:",
        ("core.documents.Document.declarations",),
        ("tests/unit/docs/test_policy_map.py::test_every_category_is_put_to_section_1",),
    ),
    Row(
        "1.3",
        "Account information: name, email, phone number, and role type",
        ("accounts.models.User", "accounts.requests.Register"),
        (
            "tests/emulator/test_every_callable.py::test_a_callable_refuses_all_but_the_right_call",
            "tests/rules/test_own_writes.py::test_a_field_more_than_allowed_spoils_the_whole_write",
        ),
    ),
    Row(
        "1.4",
        "Clinic information: clinic name, address, city, and pincode",
        ("accounts.models.Address", "accounts.models.Clinic"),
        (
            "tests/emulator/test_accounts_approval.py::test_a_clinic_cannot_register_without_its_address",
        ),
    ),
    Row(
        "1.5",
        "Patient references: patient reference numbers and names provided by clinics for scan "
        "requests",
        ("scans.models.Patient", "scans.patients.add"),
        (
            "tests/emulator/test_scans_patients.py::test_a_reference_that_cannot_be",
            "tests/unit/test_projections.py::test_the_patients_name_is_the_clinics_alone",
        ),
        "Clinics write nothing of a patient into notes and messages that the work does not need.",
    ),
    Row(
        "1.6",
        "Scan data: file uploads (STL, images) related to dental cases",
        ("scans.slots.issue", "scans.gate.judge"),
        (
            "tests/emulator/test_scans_upload.py::test_a_slot_that_cannot_be",
            "tests/emulator/test_scans_upload.py::test_a_photograph_loses_its_metadata",
            "tests/unit/scans/test_stl_clean.py::test_patient_name_is_gone",
        ),
    ),
    Row(
        "1.7",
        "Operational data: visit assignments, status updates, and timestamps",
        ("scans.models.Visit", "scans.timeline.add"),
        (
            "tests/emulator/test_scans_states.py::test_what_is_allowed_changes_what_it_should",
            "tests/emulator/test_scans_withdrawal.py::test_the_timeline_says_what_happened",
        ),
    ),
    # --- 2 -----------------------------------------------------------------------------------
    Row("2", "2. How We Use Your Information"),
    Row(
        "2.1",
        "We use your information to operate and improve the Scanner platform:",
        ("core.privacy.Held",),
        (
            "tests/unit/docs/test_policy_map.py::test_every_use_is_one_that_section_2_names",
            "tests/unit/core/test_core_log.py::test_a_failure_is_told_by_types_and_places",
            "tests/emulator/test_dump.py::test_a_task_that_nothing_declares",
        ),
        "Whoever may read the database uses it for what this section names and for nothing else.",
    ),
    Row(
        "2.2",
        "To create and manage your account and assign appropriate role-based access",
        (
            "accounts.members.register",
            "accounts.decisions.approve",
            "accounts.decisions.change_role",
        ),
        (
            "tests/emulator/test_accounts_approval.py::test_registering_leaves_a_pending_account_without_claims",
            "tests/emulator/test_accounts_approval.py::test_approval_sets_documents_and_claims_together",
            "tests/emulator/test_accounts_approval.py::test_a_changed_role_leaves_the_old_token_worthless",
        ),
    ),
    Row(
        "2.3",
        "To process scan requests, assign operators, and track case progress",
        ("scans.opening.open_case", "scans.visits.assign", "scans.cases.list_cases"),
        (
            "tests/journeys/test_visit.py::test_a_visit_from_request_to_completion",
            "tests/emulator/test_scans_visits.py::test_only_an_active_operator",
        ),
    ),
    Row(
        "2.4",
        "To facilitate lab ordering between clinics and dental labs",
        ("labs.placing.place", "labs.moving.move"),
        ("tests/journeys/test_lab_orders.py::test_an_order_to_completion",),
    ),
    Row(
        "2.5",
        "To handle wallet transactions and billing",
        ("wallet.journal.Journal", "wallet.invoicing.issue"),
        (
            "tests/journeys/test_money.py::test_from_the_gateway_to_the_credit_note",
            "tests/emulator/test_wallet_callables.py::test_a_wallet_is_found_by_its_owner_and_admins_alone",
        ),
    ),
    Row(
        "2.6",
        "To communicate service updates, appointment reminders, and support messages",
        ("messaging.delivery.deliver", "messaging.catalogue.CATALOGUE", "scans.reminders"),
        (
            "tests/emulator/test_messaging_delivery.py::test_preferences_decide",
            "tests/emulator/test_messaging_callables.py::test_no_name_reaches_a_notice_an_email_or_a_push",
            "tests/emulator/test_jobs.py::test_both_are_reminded_a_day_and_two_hours_before",
        ),
        "Support is people writing to people: whoever does it sends no advertising.",
    ),
    Row(
        "2.7",
        "To maintain platform security and prevent unauthorized access",
        ("core.access.admit", "core.audit.record", "firestore.rules:function holds(me)"),
        (
            "tests/unit/core/test_core_access.py::test_of_all_combinations_only_full_agreement_is_let_in",
            "tests/rules/test_reads.py::test_a_token_that_the_account_no_longer_bears_out",
            "tests/emulator/test_accounts_approval.py::test_suspension_works_on_the_very_next_request",
        ),
        "An admin suspends an account as soon as it is known to be misused.",
    ),
    # --- 3 -----------------------------------------------------------------------------------
    Row("3", "3. Data Sharing"),
    Row(
        "3.1",
        "We do not sell your personal information.",
        duty="The company sells, rents and trades none, and signs no contract that would.",
    ),
    Row(
        "3.2",
        "We share data only in the following circumstances:",
        ("firestore.rules:service cloud.firestore", "storage.rules", "core.projections.visible_to"),
        (
            "tests/rules/test_reads.py::test_get",
            "tests/rules/test_reads.py::test_list_without_a_filter",
            "tests/rules/test_declarations.py::test_readers_see_every_field",
            "tests/rules/test_bucket.py::test_what_lies_in_the_bucket_is_nobodys_by_rules",
        ),
        "Whoever has rights in the cloud project hands nothing out by other ways.",
    ),
    Row(
        "3.3",
        "With partner labs: When a clinic places a lab order, relevant case information and STL "
        "files are shared with the assigned lab for production purposes",
        (
            "labs.files.file_links",
            "labs.sides.shared_patient",
            "firestore.rules:match /orders/{order}",
        ),
        (
            "tests/emulator/test_labs_links.py::test_a_member_of_the_lab_gets_links_that_are_on_record",
            "tests/emulator/test_labs_links.py::test_nobody_else_does",
            "tests/emulator/test_labs_links.py::test_only_files_of_the_order",
            "tests/emulator/test_labs_links.py::test_no_link_after_the_end",
            "tests/emulator/test_labs_links.py::test_no_link_once_the_consent_is_withdrawn",
            "tests/emulator/test_labs_orders.py::test_nothing_that_is_not_for_labs_reaches_an_order",
            "tests/emulator/test_labs_orders.py::test_the_patients_name_goes_along_only_where_it_was_switched_on",
        ),
        "Labs are bound by contract to use what they fetched for the order alone, and to delete "
        "it: no code reaches a copy on a lab's own machine. Photographs and messages that a clinic "
        "sends with an order are shared, too; the policy should name them.",
    ),
    Row(
        "3.4",
        "With operators: Clinic name, address, and patient reference information is shared with "
        "assigned field operators for visit coordination",
        ("scans.models.Place", "scans.models.PatientTag", "firestore.rules:match /visits/{visit}"),
        (
            "tests/unit/test_projections.py::test_a_visit_shows_what_is_declared_visible_to_operators",
            "tests/unit/test_projections.py::test_the_patients_name_is_the_clinics_alone",
            "tests/rules/test_operators_view.py::test_the_view_ends_with_the_assignment",
            "tests/rules/test_operators_view.py::test_of_the_clinic_nothing_but_the_projection",
        ),
        "Operators are bound to secrecy about what they see and hear at a clinic.",
    ),
    Row(
        "3.5",
        "Service providers: We use third-party services for authentication (Firebase Auth), "
        "database hosting, and file storage.",
        ("core.firebase", "wallet.payments.start", "messaging.push.message"),
        (
            "tests/emulator/test_wallet_payments.py::test_what_is_started_is_an_order_that_names_nobody",
            "tests/unit/messaging/test_messaging_push.py::test_a_message_is_words_a_kind_and_ids",
        ),
        "Who writes the policy names the payment gateway, the push service and the mail provider, "
        "which are used too.",
    ),
    Row(
        "3.6",
        "These providers process data only under our instructions and in compliance with "
        "applicable data protection laws",
        duty="The company keeps a data processing agreement with each provider and reviews the "
        "list when a provider is added.",
    ),
    Row(
        "3.7",
        "Legal requirements: We may disclose information when required by law or to protect our "
        "rights and safety",
        (
            "privacy.disclosing.request",
            "privacy.disclosing.decide",
            "privacy.disclosing.build",
            "privacy.disclosing.archive_link",
            "privacy.disclosing.record",
            "privacy.holding.release",
            "privacy.rights.disclosed.told",
        ),
        (
            "tests/emulator/test_privacy_disclosures.py::test_a_demand_is_entered_decided_and_answered",
            "tests/emulator/test_privacy_disclosures.py::test_who_entered_it_does_not_decide",
            "tests/emulator/test_privacy_disclosures.py::test_what_was_handed_over_is_noted_once",
            "tests/emulator/test_privacy_holds.py::test_who_asks_to_let_go_does_not_confirm_it",
            "tests/emulator/test_privacy_handing_over.py::test_it_has_all_that_the_scope_names_and_nothing_else",
            "tests/emulator/test_privacy_handing_over.py::test_no_admin_exports_what_is_somebody_elses",
            "tests/emulator/test_privacy_handing_over.py::test_nobody_gets_it_without_an_approval_that_stands",
            "tests/emulator/test_privacy_handing_over.py::test_a_person_is_told_who_was_given_their_data",
        ),
        "The second admin decides with legal advice, and whether those concerned are not told is a "
        "matter of law; an admin sets a legal hold as soon as it is known that something must be "
        "kept. What is handed over, and how, is for people; whoever reaches the database past the "
        "platform answers to its provider's access log.",
    ),
    # --- 4 -----------------------------------------------------------------------------------
    Row("4", "4. Data Security"),
    Row(
        "4.1",
        "We implement standard security measures including encrypted authentication, role-based "
        "access control, secure file storage, and regular access audits.",
        (
            "core.access.Caller.from_token",
            "core.access.admit",
            "storage.rules:match /landing/{uid}/{upload}/original",
            "core.links.sign",
            "privacy.reviewing.review_access",
            "privacy.sealing.seal_audit",
        ),
        (
            "tests/unit/core/test_core_access.py::test_one_field_of_the_token_decides",
            "tests/emulator/test_every_callable.py::test_a_callable_refuses_all_but_the_right_call",
            "tests/rules/test_writes.py::test_update_of_any_field",
            "tests/rules/test_storage.py::test_anything_else_is_refused",
            "tests/unit/core/test_core_links.py::test_a_link_names_one_generation_of_one_object_for_some_minutes",
            "tests/emulator/test_every_callable.py::test_what_admins_see_of_people_is_on_record",
            "tests/emulator/test_privacy_reviews.py::test_accounts_are_counted_by_role_and_status",
            "tests/emulator/test_privacy_sealing.py::test_what_is_done_to_an_entry_is_found",
        ),
        "Encryption on the way and at rest is the provider's. An admin reads and acknowledges each "
        "month's access review, verifies the sealed audit against the log, and sees to App Check, "
        "the locked log and Firestore's own access log (docs/operations/deployment.md).",
    ),
    Row(
        "4.2",
        "However, no method of electronic storage is 100% secure, and we cannot guarantee absolute "
        "security.",
        ("privacy.breaches.open_breach", "privacy.affected.list_affected"),
        (
            "tests/emulator/test_privacy_breaches.py::test_the_clock_runs_from_when_it_was_known",
            "tests/emulator/test_privacy_breaches.py::test_what_an_account_did_and_saw_is_affected",
        ),
        "An admin enters a breach as soon as it is known, people assess it, and they send the "
        "notices to those affected and to the Data Protection Board of India within 72 hours: code "
        "drafts them and sends none.",
    ),
    # --- 5 -----------------------------------------------------------------------------------
    Row("5", "5. Data Retention"),
    Row(
        "5.1",
        "We retain your account information for as long as your account is active.",
        (
            "core.privacy.Retention",
            "privacy.rights.carrying.erase",
            "privacy.rights.inactivity.close",
        ),
        (
            "tests/unit/privacy/test_whereabouts.py::test_what_becomes_of_each_collection",
            "tests/emulator/test_privacy_requests.py::test_a_person_is_gone_and_the_request_stays",
            "tests/journeys/test_rights.py::test_a_person_gets_everything_and_is_gone",
            "tests/emulator/test_privacy_inactivity.py::test_whatever_became_of_the_account",
            "tests/emulator/test_privacy_inactivity.py::test_who_stays_away_is_erased",
        ),
        "Accounts that nobody used for two years, rejected and suspended ones too, are closed "
        "after a notice. Admins look at refused requests that nobody asked for: there something "
        "stands against it that only people can end.",
    ),
    Row(
        "5.2",
        "Scan data, case records, and transaction history are retained for operational and legal "
        "compliance purposes.",
        (
            "core.periods.PERIODS",
            "privacy.retention.rows.ROWS",
            "privacy.retention.daily.retain",
            "privacy.rights.blanking.fate",
            "privacy.holding.forbids",
            "wallet.verification.wallets",
        ),
        (
            "tests/unit/core/test_core_periods.py::test_what_lies_before_the_cutoff_is_due_and_nothing_else",
            "tests/unit/privacy/test_retention_rows.py::test_every_collection_has_its_row",
            "tests/emulator/test_retention.py::test_what_is_over_goes_and_its_younger_twin_stays",
            "tests/emulator/test_retention_trees.py::test_nothing_is_left_of_a_case_and_its_patient",
            "tests/emulator/test_retention_books.py::test_the_oldest_year_goes_and_the_wallet_says_what_stood_before",
            "tests/emulator/test_soak.py::test_a_story_ends_well",
            "tests/emulator/test_privacy_holds.py::test_who_is_held_hears_one_code_and_is_not_erased",
            "tests/emulator/test_privacy_holds.py::test_a_hold_that_comes_while_it_runs_stops_it",
            "tests/rules/test_writes.py::test_delete",
            "tests/unit/core/test_core_documents.py::test_a_ground_is_named_where_and_only_where_the_value_stays",
            "tests/emulator/test_scannerctl.py::test_a_wallet_is_verified_and_a_tampered_entry_found",
        ),
        "The periods and their grounds are in docs/data_map.md, and what is over goes by itself. "
        "Clinics close the cases that they are done with, for the time of an open one does not "
        "run; whoever deploys sets the bucket's lifecycle, and keeps backups for weeks alone "
        "(docs/operations/deployment.md).",
    ),
    Row(
        "5.3",
        "You may request account deletion by contacting us.",
        ("privacy.rights.asking.ask_erasure", "privacy.rights.erasing.Eraser"),
        (
            "tests/emulator/test_privacy_erasing.py::test_nothing_is_left_of_a_user",
            "tests/emulator/test_privacy_requests.py::test_an_erasure_warns_waits_runs_and_says_what_it_did",
            "tests/emulator/test_privacy_requests.py::test_what_cannot_be_undone_asks_for_a_fresh_sign_in",
            "tests/journeys/test_rights.py::test_a_person_gets_everything_and_is_gone",
        ),
        "The platform takes the request of whoever is signed in. Who writes to us instead is told "
        "how to ask there; whoever answers makes sure first that it is the person.",
    ),
    # --- 6 -----------------------------------------------------------------------------------
    Row("6", "6. Patient Data"),
    Row(
        "6.1",
        "Scanner processes patient reference information provided by clinics.",
        ("scans.patients.own_patient", "firestore.rules:match /patients/{patient}"),
        (
            "tests/emulator/test_scans_patients.py::test_another_clinics_patient_is_not_found",
            "tests/emulator/test_every_callable.py::test_what_is_another_clinics_is_not_found",
            "tests/rules/test_reads.py::test_a_list_that_reaches_into_another_clinic",
        ),
    ),
    Row(
        "6.2",
        "Clinics are responsible for obtaining patient consent before submitting scan requests "
        "that include patient-identifying information.",
        (
            "scans.consents.record",
            "scans.consents.check",
            "scans.withdrawal.withdraw",
            "privacy.consents.record",
        ),
        (
            "tests/emulator/test_privacy_consents.py::test_it_says_who_attested_what_and_who_was_given_what",
            "tests/emulator/test_privacy_consents.py::test_a_withdrawal_comes_with_what_it_stopped",
            "tests/emulator/test_scans_consents.py::test_a_consent_says_who_attests_what",
            "tests/emulator/test_scans_consents.py::test_a_case_needs_a_consent_to_scanning",
            "tests/emulator/test_scans_consents.py::test_a_guardian_consents_for_a_minor",
            "tests/emulator/test_scans_withdrawal.py::test_all_that_rests_on_it_stops",
        ),
        "The clinic obtains the consent, attests it truthfully, keeps the form, and enters a "
        "withdrawal at once: code asks for an attestation and cannot ask the patient. A patient "
        "can be entered before there is a consent; a scan cannot be requested.",
    ),
    Row(
        "6.3",
        "Scanner acts as a data processor on behalf of the clinic.",
        ("firestore.rules:match /cases/{caseId}", "privacy.rights.asking.ask_erasure"),
        (
            "tests/rules/test_reads.py::test_get",
            "tests/emulator/test_privacy_erasing.py::test_nothing_is_left_of_a_patient_and_nobody_else_lost_a_byte",
            "tests/emulator/test_privacy_requests.py::test_only_owners_erase_and_every_member_exports",
            "tests/journeys/test_rights.py::test_a_patient_is_handed_out_and_erased_and_the_next_one_untouched",
        ),
        "The company has a data processing agreement with each clinic, and refers patients who "
        "write to it to their clinic.",
    ),
    # --- 7 -----------------------------------------------------------------------------------
    Row("7", "7. Your Rights"),
    Row(
        "7.1",
        "You have the right to access, correct, or delete your personal information.",
        (
            "privacy.rights.asking.ask_export",
            "privacy.rights.asking.ask_correction",
            "privacy.rights.correcting.follow",
            "labs.correcting.follow",
            "privacy.rights.asking.ask_erasure",
            "privacy.whereabouts.PLACES",
        ),
        (
            "tests/emulator/test_privacy_exports.py::test_a_users_archive_has_all_of_one_and_nothing_of_another",
            "tests/emulator/test_privacy_requests.py::test_everybody_may_ask_for_their_own",
            "tests/emulator/test_privacy_requests.py::test_who_was_shut_out_may_ask_all_the_same",
            "tests/emulator/test_privacy_erasing.py::test_nothing_is_left_of_a_user",
            "tests/unit/privacy/test_whereabouts.py::test_every_collection_has_its_place",
            "tests/journeys/test_rights.py::test_a_person_gets_everything_and_is_gone",
            "tests/journeys/test_rights.py::test_a_patient_is_handed_out_and_erased_and_the_next_one_untouched",
            "tests/emulator/test_labs_correcting.py::test_which_orders_follow",
        ),
        "Admins decide about corrections, and see that every request is done, before it is due: "
        "they are reminded. Whoever restores a backup has erasures done again. Copies outside of "
        "the platform are for people to delete.",
    ),
    Row(
        "7.2",
        "You may update your account details through the platform or by contacting us directly.",
        ("firestore.rules:function profileFits()", "privacy.rights.asking.ask_correction"),
        (
            "tests/rules/test_own_writes.py::test_who_is_not_suspended_corrects_their_profile",
            "tests/rules/test_own_writes.py::test_a_profile_is_its_persons_own",
            "tests/emulator/test_privacy_requests.py::test_a_correction_waits_for_an_admin_and_then_follows_into_what_is_under_way",
            "tests/journeys/test_rights.py::test_an_organisation_is_corrected_once_an_admin_grants_it",
            "tests/journeys/test_rights.py::test_who_has_no_organisation_corrects_the_own_name_alone",
        ),
        "Whoever answers those who contact us makes sure that it is the person. Who is suspended "
        "changes nothing through the platform: people decide about that.",
    ),
    Row(
        "7.3",
        "Account approval and role assignment are managed by platform administrators.",
        ("accounts.states.ACCOUNT", "accounts.decisions.approve", "accounts.decisions.change_role"),
        (
            "tests/unit/accounts/test_accounts_states.py::test_only_an_admin_lets_anybody_in",
            "tests/emulator/test_accounts_approval.py::test_no_admin_decides_on_the_own_account",
            "tests/rules/test_own_writes.py::test_an_account_is_not_made_by_writing_it",
        ),
        "Administrators look at who applies before they approve; the company appoints the first "
        "one from the command line.",
    ),
    # --- 8 -----------------------------------------------------------------------------------
    Row("8", "8. Contact"),
    Row(
        "8.1",
        "For privacy-related inquiries, contact us at [email protected].",
        duty="Somebody reads this address and answers. The text here stands with its address "
        "obscured: who publishes it puts in one that works.",
    ),
)
