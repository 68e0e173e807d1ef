// The prices that a wallet pays now.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { rupees } from '../../core/format';
import { say } from '../../core/words';
import { AnswerOf, Empty, Table } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { words } from './prices-words';

type Prices = CallableResponses['wallet/get_prices'];

/** The prices of the reader's own wallet. */
export function Prices(): JSX.Element {
  const answer = useCall('wallet/get_prices', {});
  return <AnswerOf answer={answer}>{(prices) => <PriceTable prices={prices} />}</AnswerOf>;
}

/** Prices as a table, with the tax on them. */
export function PriceTable({ prices }: { prices: Prices }): JSX.Element {
  if (prices.price_list === 0) return <Empty text={words.none} />;
  const { visit, late_cancellation, no_show } = prices;
  const rows = [
    { text: words.visit, ...visit },
    { text: words.lateCancellation, ...late_cancellation },
    { text: words.noShow, ...no_show },
  ];
  return (
    <>
      <Table
        caption={words.prices}
        rows={rows}
        keyOf={({ text }) => text.en}
        columns={[
          { label: words.what, cell: ({ text }) => say(text) },
          { label: words.net, cell: ({ net }) => rupees(net), figures: true },
          { label: words.tax, cell: ({ tax }) => rupees(tax), figures: true },
          { label: words.total, cell: ({ total }) => rupees(total), figures: true },
        ]}
      />
      <p class="muted">{say(words.lowBalance, { amount: rupees(prices.low_balance) })}</p>
    </>
  );
}
