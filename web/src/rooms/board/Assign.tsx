// Whom to send: a time that suits the clinic, who is free and near then, and one press.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { now } from '../../core/clock';
import { stretch } from '../../core/format';
import { usePeople } from '../../core/people';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say, type Text } from '../../core/words';
import { ActionForm } from '../../ui/form/ActionForm';
import type { ControlProps } from '../../ui/form/Control';
import { ListSelect } from '../../ui/form/ListSelect';
import { Later } from '../../ui/Later';
import { AnswerOf, Empty } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import records from '../audit/audit.module.css';
import { Person } from '../audit/Person';
import css from './board.module.css';
import { ahead, type Slot } from './day';
import type { Visit } from './visits';
import { words } from './words';

type Candidate = CallableResponses['scans/suggest_operators']['operators'][number];

const NEAR: Readonly<Record<string, Text>> = {
  pincode: words.nearPincode,
  city: words.nearCity,
  district: words.nearDistrict,
};

/** The part of a visit's page in which an operator is chosen. */
export function Assign({ visit, onDone }: { visit: Visit; onDone: () => void }): JSX.Element {
  const id = useId();
  // One that goes on after an interruption may go on in the time that it has.
  const own = visit.state === 'interrupted' && visit.slot ? [visit.slot] : [];
  const going = own.filter(({ ends_at }) => Date.parse(ends_at) > now().getTime());
  const slots = [...going, ...ahead(visit.slots, now())];
  const [starts, setStarts] = useState(slots[0]?.starts_at ?? '');
  const [asked, setAsked] = useState<Slot | null>(null);
  const chosen = slots.find(({ starts_at }) => starts_at === starts) ?? slots[0];
  if (visit.awaiting_guardian) return <p class={css.waits}>{say(words.minor)}</p>;
  if (chosen === undefined) return <Empty text={words.pastSlots} />;
  return (
    <>
      <div class={`field ${records.narrow}`}>
        <label for={id}>{say(words.slot)}</label>
        <select
          id={id}
          data-field="slot"
          value={chosen.starts_at}
          onChange={(event) => {
            setStarts(event.currentTarget.value);
            setAsked(null);
          }}
        >
          {slots.map(({ starts_at, ends_at }) => (
            <option key={starts_at} value={starts_at}>
              {stretch(starts_at, ends_at)}
            </option>
          ))}
        </select>
      </div>
      <div class="actions">
        <button type="button" class="secondary" data-suggest onClick={() => setAsked(chosen)}>
          {say(words.whoIsFree)}
        </button>
      </div>
      <div aria-live="polite">
        {asked && <Candidates visit={visit} slot={asked} onDone={onDone} />}
      </div>
      <Later title={words.unlisted} of="another">
        <p>{say(words.anotherHint)}</p>
        <ActionForm
          callable="scans/assign_operator"
          given={{ visit_id: visit.visit_id, slot: timeOf(chosen) }}
          ask={['uid']}
          of="another"
          label={words.assign}
          labels={{ uid: words.operator }}
          controls={{ uid: OperatorField }}
          done={words.assigned}
          onDone={onDone}
        />
      </Later>
    </>
  );
}

const timeOf = ({ starts_at, ends_at }: Slot) => ({ starts_at, ends_at });

function Candidates(props: { visit: Visit; slot: Slot; onDone: () => void }) {
  const { visit, slot, onDone } = props;
  const { visit_id } = visit;
  const answer = useCall('scans/suggest_operators', { visit_id, slot: timeOf(slot) });
  return (
    <AnswerOf answer={answer}>
      {({ operators }) =>
        operators.length === 0 ? (
          <Empty text={words.noneFree} />
        ) : (
          <ul class={`cards ${css.wall}`} aria-label={say(words.whoIsFreeAt)}>
            {operators.map((each) => (
              <li key={each.uid} data-row={each.uid}>
                <Reasons candidate={each} />
                <ActionForm
                  callable="scans/assign_operator"
                  given={{ visit_id, uid: each.uid, slot: timeOf(slot) }}
                  of={each.uid}
                  label={words.assign}
                  done={words.assigned}
                  onDone={onDone}
                />
              </li>
            ))}
          </ul>
        )
      }
    </AnswerOf>
  );
}

function Reasons({ candidate }: { candidate: Candidate }) {
  const { uid, near, visits_that_day, visits } = candidate;
  const why = NEAR[near];
  return (
    <>
      <strong>
        <Person uid={uid} />
      </strong>
      {why && <p>{say(why)}</p>}
      <p>{say(words.load, { day: visits_that_day, all: visits })}</p>
    </>
  );
}

/** A control of a form: one of all operators who have told where they set out from. */
function OperatorField(props: ControlProps) {
  const list = useList(() => scanner().lists.adminOperators(), []);
  const people = usePeople(list.rows?.map((row) => row.id) ?? []);
  return (
    <ListSelect
      {...props}
      list={list}
      text={(row) => [people(row.id)?.name ?? '…', row.area?.city].filter(Boolean).join(', ')}
    />
  );
}
