// One order for admins: its receipt, once it was said for what, and the steps that admins may take.

import { FIELDS, type Purpose } from '@scanner/client';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { AnswerOf, ListTable } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import css from '../audit/audit.module.css';
import { Person } from '../audit/Person';
import { Trail } from '../audit/Trail';
import { ReceiptShown } from '../orders/receipt/Receipt';
import { AdminSteps } from './AdminSteps';
import { words } from './words';

const PURPOSES = (FIELDS['labs/get_receipt'].reason.values ?? []) as readonly Purpose[];

/** The page. */
export default function OrderPage({ params }: PageProps): JSX.Element {
  const order_id = params['order_id'] ?? '';
  const [reason, setReason] = useState<Purpose | null>(null);
  const answer = useCall('labs/get_receipt', reason && { order_id, reason });
  const shown = answer.data !== undefined;
  useEffect(() => {
    // The button that was pressed is gone.
    if (shown) document.querySelector<HTMLElement>('main h1')?.focus();
  }, [shown]);
  return (
    <>
      {reason === null ? (
        <>
          <Heading title={words.order} />
          <Purposes onChosen={setReason} />
        </>
      ) : (
        <AnswerOf answer={answer}>
          {(given) => (
            <ReceiptShown given={given} again={answer.again} beside={null}>
              <Section title={words.steps}>
                <AdminSteps receipt={given.receipt} onDone={answer.again} />
              </Section>
            </ReceiptShown>
          )}
        </AnswerOf>
      )}
      <Later title={words.fetched} of="shares">
        <Fetched orderId={order_id} />
      </Later>
      <Later title={words.trail} of="subject">
        <Trail
          list={() => scanner().lists.adminAuditOfSubject({ subject: `orders/${order_id}` })}
          of={[order_id]}
          without="what"
        />
      </Later>
    </>
  );
}

function Purposes({ onChosen }: { onChosen: (reason: Purpose) => void }) {
  return (
    <section>
      <h2>{say(words.purpose)}</h2>
      <p>{say(words.purposeAbout)}</p>
      <div class="actions">
        {PURPOSES.map((each) => (
          <button
            key={each}
            type="button"
            class="secondary"
            data-purpose={each}
            onClick={() => onChosen(each)}
          >
            {nameOf('Purpose', each)}
          </button>
        ))}
      </div>
    </section>
  );
}

function Fetched({ orderId }: { orderId: string }) {
  const list = useList(() => scanner().lists.adminSharesOfOrder({ order_id: orderId }), [orderId]);
  return (
    <ListTable
      caption={words.fetched}
      list={list}
      empty={words.nothingFetched}
      columns={[
        { label: words.when, cell: ({ at }) => moment(at) },
        { label: words.who, cell: ({ uid }) => <Person uid={uid} /> },
        { label: words.file, cell: ({ file_id }) => <span class={css.path}>{file_id}</span> },
      ]}
    />
  );
}
