// One breach: its clock, whom it concerns, the draft of the notice, and the next step.

import type { CallableResponses, Source } from '@scanner/client';
import type { JSX } from 'preact';
import { moment, stretch } from '../../../core/format';
import { nameOf } from '../../../core/names';
import { say, type Text } from '../../../core/words';
import { Badge, Facts } from '../../../ui/Facts';
import { Later } from '../../../ui/Later';
import { AnswerOf, PagesOf } from '../../../ui/List';
import { type StepForm, Steps } from '../../../ui/Steps';
import { useCall, usePages } from '../../../ui/useCall';
import audit from '../../audit/audit.module.css';
import { Person } from '../../audit/Person';
import { Subject } from '../../audit/Subject';
import { Clock } from '../Clock';
import css from '../privacy.module.css';
import type { Moved } from '../Register';
import { Whose } from '../Whose';
import { words } from './words';

/** A breach as the register has it. */
export type BreachRow = CallableResponses['privacy/list_breaches']['breaches'][number];

/** A card of the register. */
export function Breach({ breach, moved }: { breach: BreachRow; moved: Moved }): JSX.Element {
  const { breach_id, state, uid, lab_id, risk } = breach;
  const untold = state === 'open' || state === 'assessed';
  return (
    <li class={css.entry} data-row={breach_id}>
      <Facts
        rows={[
          [
            words.state,
            <Badge
              key="state"
              enumeration="BreachState"
              value={state}
              tone={untold ? 'warning' : 'plain'}
            />,
          ],
          [
            words.clock,
            untold && <Clock key="clock" from={breach.aware_at} until={breach.deadline_at} />,
          ],
          [words.through, uid && <Person key="uid" uid={uid} />],
          [words.throughLab, lab_id && <Subject key="lab" path={`labs/${lab_id}`} />],
          [words.time, stretch(breach.since, breach.until)],
          [words.known, moment(breach.aware_at)],
          [words.risk, risk && nameOf('Risk', risk)],
          [words.assessed, breach.assessed_at && moment(breach.assessed_at)],
          [words.notified, breach.notified_at && moment(breach.notified_at)],
          [words.closed, breach.closed_at && moment(breach.closed_at)],
          [words.enteredBy, <Person key="opened" uid={breach.opened_by} />],
          [words.movedBy, <Person key="moved" uid={breach.moved_by} />],
        ]}
      />
      <Later title={words.affectedShares} of="shares">
        <Affected breach_id={breach_id} source="shares" />
      </Later>
      {uid && (
        <Later title={words.affectedAudit} of="audit">
          <Affected breach_id={breach_id} source="audit" />
        </Later>
      )}
      {risk && risk !== 'none' && (
        <>
          <Draft breach_id={breach_id} written="en" />
          <Draft breach_id={breach_id} written="hi" />
        </>
      )}
      <BreachSteps breach={breach} moved={moved} />
    </li>
  );
}

function BreachSteps({ breach, moved }: { breach: BreachRow; moved: Moved }) {
  const { breach_id, state, notified_at, risk } = breach;
  const step = (
    action: 'assess' | 'notify' | 'close',
    texts: readonly Text[],
    danger = false,
  ): StepForm => ({
    callable: 'privacy/move_breach',
    given: { breach_id, action },
    ask: action === 'assess' ? ['risk'] : [],
    needed: ['risk'],
    of: breach_id,
    danger,
    about: (
      <>
        <p>
          <small class={audit.path}>{breach_id}</small>, {stretch(breach.since, breach.until)}
        </p>
        {texts.map((text) => (
          <p key={text.en}>{say(text)}</p>
        ))}
      </>
    ),
    onDone: (answer) => moved(answer.state),
  });
  const untold = notified_at === null && risk !== 'none';
  return (
    <Steps
      machine="breach"
      enumeration="BreachAction"
      state={state}
      parties={['admin']}
      forms={{
        assess: step('assess', [words.assessAbout]),
        notify: step('notify', [words.notifyAbout]),
        close: step(
          'close',
          untold ? [words.notTold, words.closeAbout] : [words.closeAbout],
          untold,
        ),
      }}
    />
  );
}

/** Whom the breach concerns, by one kind of records; each page of them goes on record. */
function Affected({ breach_id, source }: { breach_id: string; source: Source }) {
  const pages = usePages(
    'privacy/list_affected',
    { breach_id, source, limit: 100 },
    ({ subjects }) => subjects,
  );
  return (
    <PagesOf pages={pages} empty={words.nobody}>
      {(subjects) => (
        <ul>
          {[...new Set(subjects)].map((path) => (
            <li key={path}>
              <Whose path={path} />
            </li>
          ))}
        </ul>
      )}
    </PagesOf>
  );
}

/** The notice in a language, whatever the language of the screen is. */
function Draft({ breach_id, written }: { breach_id: string; written: 'en' | 'hi' }) {
  const title = words.drafts[written];
  return (
    <Later title={title} of={`draft-${written}`}>
      <DraftText breach_id={breach_id} written={written} label={title} />
    </Later>
  );
}

function DraftText(props: { breach_id: string; written: 'en' | 'hi'; label: Text }) {
  const { breach_id, written, label } = props;
  const answer = useCall('privacy/draft_notice', { breach_id, language: written });
  return (
    <AnswerOf answer={answer}>
      {({ text }) => (
        <>
          <p>{say(words.draftAbout)}</p>
          <textarea
            class={css.draft}
            lang={written}
            aria-label={say(label)}
            readOnly
            rows={14}
            value={text}
          />
        </>
      )}
    </AnswerOf>
  );
}
