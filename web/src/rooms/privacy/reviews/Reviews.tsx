// Access reviews: the month is chosen, and its review read when asked, since that goes on record.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { dayOf } from '../../../core/format';
import type { PageProps } from '../../../core/pages';
import { say } from '../../../core/words';
import { Heading } from '../../../ui/Facts';
import { AnswerOf } from '../../../ui/List';
import { useCall } from '../../../ui/useCall';
import audit from '../../audit/audit.module.css';
import { Review } from './Review';
import { words } from './words';

/** The page; a notice leads to the one of its month. */
export default function Reviews({ params }: PageProps): JSX.Element {
  return <Reading key={params['month']} first={params['month'] ?? dayOf().slice(0, 7)} />;
}

function Reading({ first }: { first: string }) {
  const id = useId();
  const [month, setMonth] = useState(first);
  const [asked, setAsked] = useState<string | null>(null);
  const answer = useCall('privacy/get_access_review', asked === null ? null : { month: asked });
  return (
    <>
      <Heading title={words.reviews} />
      <p>{say(words.about)}</p>
      <p>{say(words.onRecord)}</p>
      <form
        class={audit.narrow}
        data-form="privacy/get_access_review"
        onSubmit={(event) => {
          event.preventDefault();
          if (month === asked) answer.again();
          else setAsked(month || null);
        }}
      >
        <div class="field">
          <label for={id}>{say(words.month)}</label>
          <input
            id={id}
            type="month"
            data-field="month"
            required
            max={dayOf().slice(0, 7)}
            placeholder="2026-05"
            value={month}
            onInput={(event) => setMonth(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="secondary" data-show>
          {say(words.show)}
        </button>
      </form>
      {asked !== null && (
        <AnswerOf answer={answer}>
          {(review) => <Review key={review.month} review={review} again={answer.again} />}
        </AnswerOf>
      )}
    </>
  );
}
