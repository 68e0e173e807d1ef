// The receipt of an order as a page: who ordered what of whom, what was sent, asked and answered.

import type { ReceiptGiven } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { day, moment } from '../../../core/format';
import type { PageProps } from '../../../core/pages';
import { language, say } from '../../../core/words';
import { Facts, Heading, Section } from '../../../ui/Facts';
import { AnswerOf } from '../../../ui/List';
import { useCall } from '../../../ui/useCall';
import { StateBadge } from '../looks';
import css from '../orders.module.css';
import { ReceiptFiles, ReceiptFindings } from './ReceiptFiles';
import { ReceiptItems } from './ReceiptItems';
import { ReceiptLinks } from './ReceiptLinks';
import { ReceiptMoney } from './ReceiptMoney';
import { ReceiptQuestions, ReceiptSteps } from './ReceiptSteps';
import { words } from './words';

/** The page; each opening of it is on record. */
export default function Receipt({ params }: PageProps): JSX.Element {
  const { order_id = '' } = params;
  const answer = useCall('labs/get_receipt', { order_id });
  return (
    <AnswerOf answer={answer}>
      {(given) => (
        <ReceiptShown
          given={given}
          again={answer.again}
          beside={
            <a href={`/orders/${order_id}`} data-go="order">
              {say(words.toOrder)}
            </a>
          }
          money={<ReceiptMoney order_id={order_id} />}
        />
      )}
    </AnswerOf>
  );
}

/** The receipt; `again` asks for links that have not ended, `children` stand above the work. */
export function ReceiptShown(props: {
  readonly given: ReceiptGiven;
  readonly again: () => void;
  readonly beside: ComponentChildren;
  /** What it costs: for the two sides, for admins do not read orders. */
  readonly money?: ComponentChildren;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { given, again, beside, money, children } = props;
  const { receipt } = given;
  const { clinic, dates, patient } = receipt;
  const at = (time: string | null) => time && moment(time);
  return (
    <>
      <Heading title={say(words.title, { reference: patient.reference })}>
        <StateBadge state={receipt.state} />
      </Heading>
      {beside && <p class={css.ways}>{beside}</p>}
      <p class="muted">{say(words.about)}</p>
      <ReceiptLinks given={given} again={again} />
      <section>
        <Facts
          rows={[
            [words.clinic, `${clinic.name}, ${clinic.address}, ${clinic.city} ${clinic.pincode}`],
            [words.lab, receipt.lab],
            [words.patient, [patient.reference, patient.name].filter(Boolean).join(', ')],
            [words.number, receipt.order_id],
            [words.wanted, day(dates.wanted_on)],
            [words.promised, dates.due_on && day(dates.due_on)],
            [words.placed, at(dates.placed_at)],
            [words.accepted, at(dates.accepted_at)],
            [words.ready, at(dates.ready_at)],
            [words.shipped, at(dates.shipped_at)],
            [words.delivered, at(dates.delivered_at)],
            [words.remakes, receipt.remakes || null],
            [words.messages, receipt.messages],
          ]}
        />
      </section>
      {children}
      <Section title={words.work}>
        <ReceiptItems items={receipt.items} />
      </Section>
      {money && <Section title={words.money}>{money}</Section>}
      <Section title={words.files}>
        <ReceiptFiles files={receipt.files} />
      </Section>
      <Section title={words.findings}>
        <ReceiptFindings findings={receipt.findings} />
      </Section>
      {receipt.questions.length > 0 && (
        <Section title={words.questions}>
          <ReceiptQuestions questions={receipt.questions} />
        </Section>
      )}
      <Section title={words.history}>
        <ReceiptSteps steps={receipt.history} />
      </Section>
      <Section title={words.conclusions}>
        {language.value !== 'en' && <p class="muted">{say(words.english)}</p>}
        <ul lang="en">
          {receipt.conclusions.map(({ code, sentence }, index) => (
            <li key={`${code} ${index}`}>{sentence}</li>
          ))}
        </ul>
      </Section>
      {!receipt.complete && <p class="problem">{say(words.notComplete)}</p>}
      <p class="muted">{say(words.asOf, { moment: moment(receipt.as_of) })}</p>
    </>
  );
}
