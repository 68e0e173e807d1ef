// The books: what was earned in some days, taxes withheld, the gateway's payments, invoices of a month.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { whole } from '../../core/format';
import { say } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { AnswerOf } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { areDays, type Days, DaysField, thisMonth } from '../wallet/Days';
import { Sums } from '../wallet/Sums';
import { Billing } from './Billing';
import { words } from './book-words';
import { Reconcile } from './Reconcile';
import { titles } from './titles';
import { WithholdingList } from './WithholdingList';

/** The page; each part is asked for by its own button. */
export default function Books(): JSX.Element {
  const [released, setReleased] = useState<number | null>(null);
  return (
    <>
      <Heading title={titles.books} />
      <Section title={words.totals}>
        <Totals />
      </Section>
      <Section title={words.withholding}>
        <WithholdingList />
      </Section>
      <Section title={words.reconcile}>
        <Reconcile />
      </Section>
      <Section title={words.billing}>
        <Billing />
      </Section>
      <Section title={words.holds}>
        <p>{say(words.holdsAbout)}</p>
        <ActionButton
          callable="wallet/release_expired_holds"
          ask={[]}
          label={words.release}
          about={<p>{say(words.holdsAbout)}</p>}
          onDone={(answer) => setReleased(answer.released)}
        />
        <p role="status">{released !== null && say(words.released, { count: whole(released) })}</p>
      </Section>
    </>
  );
}

function Totals() {
  const [days, setDays] = useState<Days>(thisMonth);
  const [asked, setAsked] = useState<Days | null>(null);
  const request = asked && { first_day: asked.first, last_day: asked.last };
  const answer = useCall('wallet/get_totals', request);
  return (
    <>
      <DaysField of="totals" value={days} onChange={setDays} />
      <div class="actions">
        <button
          type="button"
          class="secondary"
          data-show="totals"
          onClick={() => areDays(days) && setAsked(days)}
        >
          {say(words.show)}
        </button>
      </div>
      {asked && (
        <AnswerOf answer={answer}>
          {({ revenue, tax, payable }) => (
            <Sums
              caption={words.totals}
              rows={[
                [words.revenue, revenue, 'total'],
                [words.tax, tax, 'total'],
                [words.payable, payable, 'total'],
              ]}
            />
          )}
        </AnswerOf>
      )}
    </>
  );
}
