// A visit as an operator needs it on the way: when, where, whom, what.

import type { Visit } from '@scanner/client';
import type { JSX } from 'preact';
import { clockTime, day, dayOf } from '../../core/format';
import type { Row } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { VisitBadge } from '../visits/VisitBadge';
import { scansOf } from '../visits/Visits';
import { OperatorSteps } from './OperatorSteps';
import css from './round.module.css';
import { words } from './words';

/** The hours of a visit, with its day where that is not today. */
export function hoursOf({ slot }: Visit): string {
  if (slot === null) return '';
  const hours = `${clockTime(slot.starts_at)} – ${clockTime(slot.ends_at)}`;
  return dayOf(slot.starts_at) === dayOf() ? hours : `${day(slot.starts_at)}, ${hours}`;
}

/** Where a map shows the clinic: a business's address, nothing of a patient. */
export function mapOf({ name, address, city, pincode }: Visit['clinic']): string {
  const place = [name, address, `${city} ${pincode}`].join(', ');
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`;
}

/** The card with its next step; `heading` says which it is. */
export function VisitCard(props: { visit: Row<Visit>; heading?: Text }): JSX.Element {
  const { visit, heading } = props;
  const { clinic, patient } = visit;
  // The files come first then: to finish is a button beside them.
  const scanning = visit.state === 'scanning';
  return (
    <article class={css.card} data-visit={visit.id}>
      <header>
        <h2>
          {heading && <span class={css.heading}>{say(heading)} </span>}
          {hoursOf(visit)}
        </h2>
        <VisitBadge state={visit.state} />
      </header>
      <p class={css.place}>
        <strong>{clinic.name}</strong>
        <span>{`${clinic.address}, ${clinic.city} ${clinic.pincode}`}</span>
        <a href={mapOf(clinic)} target="_blank" rel="noreferrer">
          {say(words.map)}
        </a>
      </p>
      <p>{`${patient.reference} · ${scansOf(visit)}`}</p>
      {visit.awaiting_guardian ? <p class="problem">{say(words.guardian)}</p> : null}
      {!scanning && <OperatorSteps visit={visit} />}
      <a
        class={`button ${scanning ? '' : 'secondary'} ${css.open}`}
        href={`/round/${visit.id}`}
        data-go="visit"
      >
        {say(scanning ? words.upload : words.open)}
      </a>
    </article>
  );
}
