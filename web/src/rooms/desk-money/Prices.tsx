// The prices of a tariff, and publishing its next version.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { whole } from '../../core/format';
import { say } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import { typedOf, type Values } from '../../ui/form/values';
import { AnswerOf } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { PriceTable } from '../wallet/Prices';
import css from '../wallet/wallet.module.css';
import { words } from './price-words';
import { titles } from './titles';

type Listed = CallableResponses['wallet/get_prices'];

/** The page; begins with the tariff that wallets have unless they were given another. */
export default function Prices(): JSX.Element {
  const [tariff, setTariff] = useState('standard');
  const answer = useCall('wallet/get_prices', { tariff });
  const look = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement).get('tariff');
    setTariff(String(typed).trim() || 'standard');
  };
  return (
    <>
      <Heading title={titles.prices} />
      <form class={css.row} data-form="tariff" onSubmit={look}>
        <label>
          {say(words.tariff)}
          <input name="tariff" data-find="tariff" maxLength={40} defaultValue={tariff} />
        </label>
        <button type="submit" class="secondary">
          {say(words.show)}
        </button>
      </form>
      <AnswerOf answer={answer}>
        {(prices) => (
          <>
            <p>
              {prices.price_list > 0
                ? say(words.version, { tariff, number: whole(prices.price_list) })
                : say(words.unpublished, { tariff })}
            </p>
            <PriceTable prices={prices} />
            <Section title={words.next}>
              <p>{say(words.nextAbout)}</p>
              <Publish
                key={`${tariff} ${prices.price_list}`}
                tariff={tariff}
                prices={prices}
                onDone={answer.again}
              />
            </Section>
          </>
        )}
      </AnswerOf>
    </>
  );
}

interface PublishProps {
  readonly tariff: string;
  readonly prices: Listed;
  readonly onDone: () => void;
}

function Publish({ tariff, prices, onDone }: PublishProps) {
  const start = startOf(prices);
  const [values, setValues] = useState<Values>(start);
  const { commission } = (values['prices'] ?? {}) as Values;
  const given = typeof commission === 'string' && commission.trim() !== '';
  return (
    <ActionForm
      callable="wallet/publish_prices"
      given={{ tariff, replaces: prices.price_list }}
      ask={['prices']}
      start={start}
      onValues={setValues}
      // The callable takes none for 0: that is said, and never forgotten.
      ready={given || words.commissionMissing}
      labels={LABELS}
      hints={{ 'prices.commission': words.commissionHint }}
      label={words.publish}
      danger
      done={words.published}
      onDone={onDone}
    />
  );
}

const LABELS = {
  prices: words.next,
  'prices.visit': words.visit,
  'prices.tax': words.tax,
  'prices.late_cancellation': words.lateCancellation,
  'prices.no_show': words.noShow,
  'prices.commission': words.commission,
  'prices.low_balance': words.lowBalance,
};

/** What stands in the form at first: the prices in force; rates follow from the amounts. */
function startOf({ price_list, visit, late_cancellation, no_show, low_balance }: Listed): Values {
  if (price_list === 0) return {};
  const rate = (part: number) =>
    typedOf(visit.net === 0 ? 0 : Math.round((part * 10_000) / visit.net));
  return {
    prices: {
      visit: typedOf(visit.net),
      tax: rate(visit.tax),
      late_cancellation: rate(late_cancellation.net),
      no_show: rate(no_show.net),
      low_balance: typedOf(low_balance),
    },
  };
}
