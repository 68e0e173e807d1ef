// What an operator may do with a visit now: one big button for what comes next, the rest behind it.

import { states, type Visit } from '@scanner/client';
import type { JSX } from 'preact';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import { ActionForm } from '../../ui/form/ActionForm';
import { Later } from '../../ui/Later';
import { nameText, type StepForm, Steps } from '../../ui/Steps';
import css from './round.module.css';
import { words } from './words';

type Action = ReturnType<typeof states.visit.steps>[number];

/** Steps that end a visit for the operator; never the big button. */
const ENDS: readonly Action[] = ['decline', 'report_no_show'];

/** The buttons, by the table. */
export function OperatorSteps({ visit }: { visit: Row<Visit> }): JSX.Element | null {
  const visit_id = visit.id;
  const steps = states.visit.steps(visit.state, 'operator');
  // After finishing, to begin again is for what was forgotten.
  const again = visit.state === 'uploaded';
  const main = again ? undefined : steps.find((step) => !ENDS.includes(step));
  const others = steps.filter((step) => step !== main);
  return (
    <div class={css.steps} data-main={main}>
      {main && (
        <ActionForm
          // With another file what was missing before is not said any more.
          key={`${main} ${visit.uploads}`}
          callable="scans/move_visit"
          given={{ visit_id, action: main as 'accept' }}
          label={nameText('VisitAction', main)}
          of={main}
        />
      )}
      {again && <Others visit={visit} others={others} />}
      {!again && others.length > 0 && (
        <Later title={words.more} of="more">
          <Others visit={visit} others={others} />
        </Later>
      )}
    </div>
  );
}

function Others({ visit, others }: { visit: Row<Visit>; others: readonly Action[] }) {
  return (
    <Steps
      machine="visit"
      enumeration="VisitAction"
      state={visit.state}
      parties={['operator']}
      forms={Object.fromEntries(others.map((step) => [step, formOf(step, visit)]))}
    />
  );
}

function formOf(action: Action, { id, clinic }: Row<Visit>): StepForm {
  const facts = { clinic: clinic.name };
  const form = {
    callable: 'scans/move_visit' as const,
    given: { visit_id: id, action: action as 'accept' },
    of: action,
  };
  if (action === 'decline') {
    return { ...form, danger: true, about: <p>{say(words.declineAbout, facts)}</p> };
  }
  if (action === 'report_no_show') {
    return { ...form, danger: true, about: <p>{say(words.absentAbout, facts)}</p> };
  }
  return { ...form, label: words.again };
}
