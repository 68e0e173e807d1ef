// The register of legal holds: set by one admin, let go of by two.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../../core/format';
import { nameOf } from '../../../core/names';
import { me } from '../../../core/session';
import { say, type Text } from '../../../core/words';
import { Badge, Facts, Heading, type Tone } from '../../../ui/Facts';
import { ActionButton } from '../../../ui/form/ActionButton';
import { type StepForm, Steps } from '../../../ui/Steps';
import { Person } from '../../audit/Person';
import css from '../privacy.module.css';
import { type Moved, Register } from '../Register';
import { subjectField } from '../SubjectField';
import { Whose } from '../Whose';
import { words } from './words';

type HoldRow = CallableResponses['privacy/list_holds']['holds'][number];

const TONES: Readonly<Record<string, Tone>> = { active: 'warning', releasing: 'bad' };
const SubjectOfHold = subjectField(['patients', 'users', 'clinics', 'labs']);

/** The page. */
export default function Holds(): JSX.Element {
  return (
    <>
      <Heading title={words.holds} />
      <p>{say(words.about)}</p>
      <p>{say(words.onRecord)}</p>
      <Register
        callable="privacy/list_holds"
        first="active"
        rows={({ holds }) => holds}
        empty={words.none}
        enter={(entered) => (
          <div class="actions">
            <ActionButton
              callable="privacy/set_hold"
              ask={['subject', 'ground', 'case_number']}
              label={words.set}
              controls={{ subject: SubjectOfHold }}
              afresh
              hints={{ case_number: words.caseNumber }}
              about={<p>{say(words.setAbout)}</p>}
              onDone={({ state }) => entered(state)}
            />
          </div>
        )}
      >
        {(holds, moved) => (
          <ul class="cards">
            {holds.map((hold) => (
              <Hold key={hold.hold_id} hold={hold} moved={moved} />
            ))}
          </ul>
        )}
      </Register>
    </>
  );
}

function Hold({ hold, moved }: { hold: HoldRow; moved: Moved }) {
  const { hold_id, state, subject, ground, case_number, asked_by, released_by } = hold;
  return (
    <li class={css.entry} data-row={hold_id}>
      <Facts
        rows={[
          [words.number, case_number],
          [
            words.state,
            <Badge
              key="state"
              enumeration="LegalHoldState"
              value={state}
              tone={TONES[state] ?? 'plain'}
            />,
          ],
          [words.who, <Whose key="who" path={subject} />],
          [words.ground, nameOf('HoldGround', ground)],
          [words.setBy, <Person key="set" uid={hold.set_by} />],
          [words.setAt, moment(hold.set_at)],
          [words.askedBy, asked_by && <Person key="asked" uid={asked_by} />],
          [words.askedAt, hold.asked_at && moment(hold.asked_at)],
          [words.releasedBy, released_by && <Person key="released" uid={released_by} />],
          [words.releasedAt, hold.released_at && moment(hold.released_at)],
        ]}
      />
      <HoldSteps hold={hold} moved={moved} />
    </li>
  );
}

function HoldSteps({ hold, moved }: { hold: HoldRow; moved: Moved }) {
  const { hold_id, state, subject, case_number, asked_by } = hold;
  const own = state === 'releasing' && asked_by === me.value?.uid;
  const step = (
    action: 'ask_release' | 'confirm_release' | 'keep',
    text: Text,
    danger = false,
  ): StepForm => ({
    callable: 'privacy/release_hold',
    given: { hold_id, action },
    ask: [],
    of: hold_id,
    danger,
    about: (
      <>
        <p>
          <strong>{case_number}</strong>: <Whose path={subject} />
        </p>
        <p>{say(text)}</p>
      </>
    ),
    onDone: (answer) => moved(answer.state),
  });
  return (
    <>
      {own && <p class="muted">{say(words.own)}</p>}
      <Steps
        machine="legalHold"
        enumeration="HoldAction"
        state={state}
        parties={['admin']}
        forms={{
          ask_release: step('ask_release', words.askAbout),
          ...(own ? {} : { confirm_release: step('confirm_release', words.confirmAbout, true) }),
          keep: step('keep', words.keepAbout),
        }}
      />
    </>
  );
}
