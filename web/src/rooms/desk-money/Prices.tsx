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
  return (
    <ActionForm
      callable="wallet/publish_prices"
      given={{ tariff, replaces: prices.price_list }}
      ask={['prices']}
      start={startOf(prices)}
      hints={{ 'prices.commission': words.commissionHint }}
      label={words.publish}
      danger
      done={words.published}
      onDone={onDone}
    />
  );
}

/** What stands in the form at first: the prices in force, all of them. */
function startOf({ published }: Listed): Values {
  const typed = Object.entries(published ?? {}).map(([name, value]) => [name, typedOf(value)]);
  return { prices: Object.fromEntries(typed) };
}
