// What a clinic may do with a visit now: by the table, each in a dialog that says what follows.

import type { VisitForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { rupees } from '../../core/format';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import { Steps } from '../../ui/Steps';
import { useCall } from '../../ui/useCall';
import { firstSlots, followSlots } from './slots';
import { words } from './words';

/** Reasons that are a clinic's; `no_operator` is what an admin says. */
const REASONS = ['patient_unavailable', 'clinic_unavailable', 'not_needed', 'requested_twice'];
/** In these an operator has accepted: cancelling costs. */
const ACCEPTED = ['accepted', 'en_route', 'arrived'];

/** The buttons. */
export function VisitSteps({ visit }: { visit: Row<VisitForClinic> }): JSX.Element {
  const visit_id = visit.id;
  const patient = visit.patient.reference;
  return (
    <Steps
      machine="visit"
      enumeration="VisitAction"
      state={visit.state}
      parties={['clinic']}
      forms={{
        complete: {
          callable: 'scans/move_visit',
          given: { visit_id, action: 'complete' },
          label: words.complete,
          look: 'primary',
          about: <p>{say(words.completeAbout, { patient })}</p>,
        },
        reschedule: {
          callable: 'scans/reschedule_visit',
          given: { visit_id },
          ask: ['slots'],
          start: firstSlots(),
          follow: followSlots,
          hints: { slots: words.slotsHint },
          label: words.reschedule,
          about: <p>{say(words.rescheduleAbout, { patient })}</p>,
        },
        cancel: {
          callable: 'scans/cancel_visit',
          given: { visit_id },
          ask: ['reason'],
          choices: { reason: REASONS },
          label: words.cancel,
          danger: true,
          about: <CancelAbout visit={visit} />,
        },
      }}
    />
  );
}

/** What calling off costs; asked for only once the dialog is open. */
function CancelAbout({ visit }: { visit: Row<VisitForClinic> }) {
  const accepted = visit.changes.some(({ state }) => ACCEPTED.includes(state));
  const { data } = useCall('wallet/get_prices', accepted ? {} : null);
  const patient = visit.patient.reference;
  if (!accepted) return <p>{say(words.cancelAbout, { patient })}</p>;
  if (data === undefined) return <p>{say(words.cancelAccepted, { patient })}</p>;
  return <p>{say(words.cancelFee, { patient, amount: rupees(data.late_cancellation.total) })}</p>;
}
