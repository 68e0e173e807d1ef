// A visit on the board: when, where, how it stands, and the way to it.

import type { JSX } from 'preact';
import { clockTime, stretch } from '../../core/format';
import { say } from '../../core/words';
import { Badge, type Tone } from '../../ui/Facts';
import records from '../audit/audit.module.css';
import css from './board.module.css';
import { assignable } from './states';
import type { Visit } from './visits';
import { words } from './words';

const TONES: Readonly<Record<string, Tone>> = {
  requested: 'warning',
  declined: 'bad',
  rescheduled: 'warning',
  interrupted: 'bad',
  assigned: 'warning',
  uploaded: 'good',
};

/** The state of a visit. */
export const VisitBadge = ({ state }: { state: string }): JSX.Element => (
  <Badge enumeration="VisitState" value={state} tone={TONES[state] ?? 'plain'} />
);

/** One that needs an operator: the times that suit the clinic. */
export function Waiting({ visit }: { visit: Visit }): JSX.Element {
  return (
    <li data-row={visit.visit_id}>
      <div class="heading">
        <strong>{visit.clinic_name}</strong>
        <VisitBadge state={visit.state} />
      </div>
      <p>{`${visit.city} ${visit.pincode}`}</p>
      <Slots visit={visit} />
      {visit.awaiting_guardian && <p class={css.waits}>{say(words.minor)}</p>}
      <a class="button secondary" href={`/visits/${visit.visit_id}`} data-go="visit">
        {say(
          assignable(visit.state) && !visit.awaiting_guardian ? words.chooseOperator : words.open,
        )}
      </a>
    </li>
  );
}

/** The times that were offered. */
export function Slots({ visit }: { visit: Visit }): JSX.Element {
  return (
    <ul class={records.refs}>
      {visit.slots.map(({ starts_at, ends_at }) => (
        <li key={starts_at}>{stretch(starts_at, ends_at)}</li>
      ))}
    </ul>
  );
}

/** One of an operator's day. */
export function Appointment({ visit }: { visit: Visit }): JSX.Element {
  const { slot, visit_id, clinic_name, city, state } = visit;
  return (
    <li class={css.appointment} data-row={visit_id}>
      <span>{slot && `${clockTime(slot.starts_at)} – ${clockTime(slot.ends_at)}`}</span>
      <VisitBadge state={state} />
      <a href={`/visits/${visit_id}`} data-go="visit">
        {`${clinic_name}, ${city}`}
      </a>
    </li>
  );
}
