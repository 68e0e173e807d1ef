// What an admin may do with a wallet: correct it, change its terms, release holds.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { rupees, whole } from '../../core/format';
import { say } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import { typedOf } from '../../ui/form/values';
import type { Balances } from '../wallet/Balance';
import { words } from './words';

interface WalletStepsProps {
  readonly org: string;
  readonly kind: 'clinic' | 'lab';
  readonly name: string;
  readonly balance: Balances;
  readonly onDone: () => void;
}

/** The buttons; each form says whose wallet it is. */
export function WalletSteps(props: WalletStepsProps): JSX.Element {
  const { org, kind, name, balance, onDone } = props;
  const [released, setReleased] = useState<number | null>(null);
  const whose = (
    <p>
      <strong>{name}</strong>: {say(words.has, { amount: rupees(balance.available) })}
    </p>
  );
  return (
    <>
      <div class="actions">
        <ActionButton
          callable="wallet/adjust_wallet"
          given={{ wallet_id: org, kind }}
          ask={['paise', 'reason']}
          label={words.adjust}
          danger
          hints={{ paise: words.adjustHint, reason: words.reasonHint }}
          about={whose}
          onDone={onDone}
        />
        <ActionButton
          callable="wallet/set_terms"
          given={{ wallet_id: org, kind }}
          ask={['credit_limit', 'tariff']}
          start={{ credit_limit: typedOf(balance.credit_limit) }}
          label={words.terms}
          hints={{ credit_limit: words.creditHint, tariff: words.tariffHint }}
          about={whose}
          onDone={onDone}
        />
        <ActionButton
          callable="wallet/release_expired_holds"
          given={{ wallet_id: org }}
          ask={[]}
          label={words.release}
          about={
            <>
              {whose}
              <p>{say(words.releaseAbout)}</p>
            </>
          }
          onDone={(answer) => {
            setReleased(answer.released);
            onDone();
          }}
        />
      </div>
      <p role="status">{released !== null && say(words.released, { count: whole(released) })}</p>
    </>
  );
}
