// A clinic's or lab's wallet: what is there, what came and went, and what is set aside.

import type { JSX } from 'preact';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { me, role } from '../../core/session';
import { useDocument, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import { EndedNote, Waiting } from '../../ui/List';
import { Balance } from './Balance';
import { Entries } from './Entries';
import { Holds } from './Holds';
import { entriesOf } from './lists';
import { Prices } from './Prices';
import { StatementFile } from './StatementFile';
import { Arrival, TopUp } from './TopUp';
import { titles } from './titles';
import css from './wallet.module.css';
import { words } from './words';

const NOTHING = { available: 0, held: 0, credit_limit: 0 };

/** The page; with `payment_id` on the way back from the gateway. */
export default function Wallet({ params }: PageProps): JSX.Element {
  const own = me.value;
  const wallet = useDocument(() => own && scanner().documents.wallet(own.org), [own?.org]);
  const paymentId = params['payment_id'];
  const { data, ended, again } = wallet;
  return (
    <>
      <Heading title={titles.wallet}>
        <TopUp />
      </Heading>
      {paymentId && <Awaited paymentId={paymentId} />}
      {ended !== null ? (
        <EndedNote why={ended} again={again} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <Balance {...(data ?? NOTHING)} />
      )}
      {data?.billing === null && (
        <p class={css.told}>
          {say(words.billingMissing)} <a href="/billing">{say(words.enterBilling)}</a>
        </p>
      )}
      <Section title={words.entries}>
        <Entries />
        <Later title={words.holds} of="holds">
          <p>{say(words.holdsAbout)}</p>
          <Holds />
        </Later>
        <Later title={words.statement} of="statement">
          <StatementFile />
        </Later>
        {role.value === 'clinic' && (
          <Later title={words.prices} of="prices">
            <Prices />
          </Later>
        )}
      </Section>
    </>
  );
}

function Awaited({ paymentId }: { paymentId: string }) {
  const own = me.value;
  const entries = useList(() => own && entriesOf(own, 'top_up'), [own?.org], 3);
  return <Arrival paymentId={paymentId} entries={entries} />;
}
