// The form that asks for an operator's visit, with its price and what the wallet has.

import { type AnyError, type ConsentForClinic, isErrorOf, type Quote } from '@scanner/client';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { rupees } from '../../core/format';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import { Facts } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import { AnswerOf, Empty } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { consentSelect } from '../cases/consentSelect';
import { firstSlots, followSlots } from './slots';
import { words } from './words';

interface RequestVisitProps {
  readonly patient_id: string;
  /** Whom the visit is for, as people read it. */
  readonly patient: string;
  /** The case that gets the visit; none for a new one. */
  readonly case_id?: string;
  /** Consents to choose from; that of the case alone, where there is one. */
  readonly consents: readonly Row<ConsentForClinic>[];
}

/** The form; before it the prices are read, for the visit costs what was shown. */
export function RequestVisit(props: RequestVisitProps): JSX.Element {
  const quote = useCall('wallet/get_prices', {});
  const usable = props.consents.filter(
    ({ state, scope }) => state === 'given' && scope.includes('scan'),
  );
  if (usable.length === 0) {
    return (
      <Empty text={words.noConsent}>
        <a class="button" href={`/patients/${props.patient_id}`} data-go="patient">
          {say(words.toPatient)}
        </a>
      </Empty>
    );
  }
  return (
    <AnswerOf answer={quote}>
      {(prices) => (
        // With other prices it is the same form: what was typed stays.
        <Form {...props} consents={usable} prices={prices} renew={quote.again} />
      )}
    </AnswerOf>
  );
}

const REST = ['slots', 'scans', 'notes'] as const;

function Form(props: RequestVisitProps & { prices: Quote; renew: () => void }) {
  const { patient_id, case_id, consents, prices, renew } = props;
  const { route } = useLocation();
  const [there, setThere] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const ids = consents.map(({ id }) => id).join();
  const controls = useMemo(() => ({ consent_id: consentSelect(consents) }), [ids]);
  const only = consents.length === 1 ? consents[0]?.id : undefined;
  const start = useMemo(
    () => ({
      ...firstSlots(),
      scans: ['upper_arch', 'lower_arch', 'bite'],
      ...(only ? { consent_id: only } : {}),
    }),
    [only],
  );
  const fault = (error: AnyError) => {
    if (isErrorOf('scans/request_visit', error)) {
      if (error.reason === 'prices-changed') renew();
      if (error.reason === 'visit-already-requested') {
        setThere(error.details.visit_id);
        return true;
      }
    }
    return false;
  };
  return (
    <ActionForm
      callable="scans/request_visit"
      given={{
        patient_id,
        price_list: prices.price_list,
        ...(case_id ? { case_id, consent_id: only } : {}),
        ...(again ? { again } : {}),
      }}
      ask={case_id ? REST : ['consent_id', ...REST]}
      start={start}
      follow={followSlots}
      controls={controls}
      labels={{ consent_id: words.consent, scans: words.scans }}
      hints={{ slots: words.slotsHint, scans: words.imagesHint, notes: words.notesHint }}
      label={words.requestSend}
      onFault={fault}
      onDone={({ visit_id }) => route(`/visits/${visit_id}`)}
    >
      <Fee prices={prices} />
      {there && (
        <div class="fault" role="alert" data-twice={there}>
          <p>
            {say(words.twice)} <a href={`/visits/${there}`}>{say(words.toThat)}</a>
          </p>
          <label>
            <input
              type="checkbox"
              data-field="again"
              checked={again}
              onChange={(event) => setAgain(event.currentTarget.checked)}
            />
            {say(words.again)}
          </label>
        </div>
      )}
    </ActionForm>
  );
}

/** What the visit costs, and whether the wallet has it. */
function Fee({ prices }: { prices: Quote }) {
  const balance = useCall('wallet/get_balance', {});
  const { total } = prices.visit;
  if (total === 0) return <p>{say(words.free)}</p>;
  const spendable = balance.data?.spendable;
  const short = spendable !== undefined && spendable < total;
  const late = rupees(prices.late_cancellation.total);
  return (
    <>
      <Facts
        rows={[
          [words.fee, say(words.withTax, { total: rupees(total) })],
          [words.balance, spendable === undefined ? null : rupees(spendable)],
        ]}
      />
      <p>
        <small>{say(words.feeText, { late, absent: rupees(prices.no_show.total) })}</small>
      </p>
      {short && (
        <p class="problem">
          {say(words.tooLittle, { spendable: rupees(spendable), total: rupees(total) })}{' '}
          <a href="/wallet" data-go="wallet">
            {say(words.topUp)}
          </a>
        </p>
      )}
    </>
  );
}
