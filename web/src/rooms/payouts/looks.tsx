// How payouts look, to labs and to admins.

import type { CallableResponses } from '@scanner/client';
import type { ComponentChildren, JSX } from 'preact';
import { day, moment, rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import { say, type Text } from '../../core/words';
import { Badge, Facts, type Tone } from '../../ui/Facts';
import type { Column } from '../../ui/List';
import { words } from './looks-words';

/** A payout as lists of both sides have it. */
export type Payout = CallableResponses['wallet/list_payouts']['payouts'][number];

const TONES: Readonly<Record<string, Tone>> = {
  paid: 'good',
  requested: 'warning',
  endorsed: 'warning',
  failed: 'bad',
  returned: 'bad',
  rejected: 'bad',
};

/** Where a payout stands. */
export const PayoutBadge = ({ state }: { state: string }): JSX.Element => (
  <Badge enumeration="PayoutState" value={state} tone={TONES[state] ?? 'plain'} />
);

/** Why it failed, came back or was turned down. */
function reason({ failure, refusal }: Payout): string | null {
  if (failure) return nameOf('Failure', failure);
  return refusal ? nameOf('Refusal', refusal) : null;
}

/** All that is known of a payout. */
export function PayoutFacts({
  payout,
  more = [],
}: {
  payout: Payout;
  /** Facts that one side alone is shown. */
  more?: readonly (readonly [Text, ComponentChildren])[];
}): JSX.Element {
  const waiting = payout.state === 'requested' || payout.state === 'endorsed';
  return (
    <Facts
      rows={[
        ...more,
        [words.amount, rupees(payout.paise)],
        [words.state, <PayoutBadge key="state" state={payout.state} />],
        [words.why, reason(payout)],
        [words.to, payout.to],
        [words.asked, moment(payout.requested_at)],
        [words.waits, waiting ? moment(payout.waits_until) : null],
        [words.owed, payout.owed_paise > 0 ? rupees(payout.owed_paise) : null],
        [words.utr, payout.utr],
        [words.ended, payout.ended_at && moment(payout.ended_at)],
      ]}
    />
  );
}

/** The columns that both sides have. */
export const COLUMNS: readonly Column<Payout>[] = [
  {
    label: words.asked,
    cell: ({ payout_id, requested_at }) => (
      <a href={`/payouts/${payout_id}`} data-go="payout">
        {day(requested_at)}
      </a>
    ),
  },
  { label: words.amount, cell: ({ paise }) => rupees(paise), figures: true },
  { label: words.to, cell: ({ to }) => to },
  {
    label: words.state,
    cell: (payout) => (
      <div>
        <PayoutBadge state={payout.state} /> {reason(payout)}
      </div>
    ),
  },
  { label: words.utr, cell: ({ utr }) => utr },
];

/** What a payout is, where somebody decides about it: the wrong row is seen here. */
export const About = ({ payout, text }: { payout: Payout; text: Text }): JSX.Element => (
  <>
    <p>
      <strong>{rupees(payout.paise)}</strong> → {payout.to}
    </p>
    <p>{say(text)}</p>
  </>
);
