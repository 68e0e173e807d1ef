// Who did, asked and answered what, on the receipt: people are numbered by side.

import type { Question, StepShown } from '@scanner/client';
import type { JSX } from 'preact';
import { day, moment } from '../../../core/format';
import { nameOf } from '../../../core/names';
import { say } from '../../../core/words';
import { done, memberName } from '../steps-words';
import { words as orderWords } from '../words';
import { words } from './words';

const step = (action: string, who: string) => {
  const text = done[action];
  return text ? say(text, { party: memberName(who) }) : nameOf('OrderAction', action);
};

/** All steps, the first one first. */
export function ReceiptSteps({ steps }: { steps: readonly StepShown[] }): JSX.Element {
  return (
    <ol class="cards">
      {steps.map(({ at, action, who, reason, due_on, shipment }, index) => (
        <li key={index}>
          <strong>{step(action, who)}</strong>
          <p>
            {[
              reason && nameOf('Reason', reason),
              due_on && say(orderWords.promisedDay, { day: day(due_on) }),
              shipment && [shipment.carrier, shipment.tracking].filter(Boolean).join(' '),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p>
            <small>{moment(at)}</small>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The new scans and remakes that were asked for, with their answers. */
export function ReceiptQuestions({ questions }: { questions: readonly Question[] }): JSX.Element {
  return (
    <ul class="cards">
      {questions.map((asked) => (
        <li key={`${asked.kind} ${asked.number}`}>
          <strong>
            {say(asked.kind === 'rescan' ? words.rescan : words.remake, { number: asked.number })}
          </strong>
          <p>
            {[
              say(words.asked, { who: memberName(asked.asked_by), moment: moment(asked.asked_at) }),
              asked.reason && nameOf('Reason', asked.reason),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p>
            {asked.answer === null
              ? say(words.open)
              : [
                  step(asked.answer, asked.answered_by ?? ''),
                  asked.answered_at && moment(asked.answered_at),
                ]
                  .filter(Boolean)
                  .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
