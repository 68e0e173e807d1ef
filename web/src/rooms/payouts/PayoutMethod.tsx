// Where a lab is paid: shown masked, entered anew by its owners.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { Facts } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { AnswerOf, Empty } from '../../ui/List';
import type { Answer } from '../../ui/useCall';
import { words } from './words';

type Method = CallableResponses['wallet/get_payout_method'];

const ASKED = {
  bank: ['holder', 'account_number', 'ifsc', 'automatic'],
  upi: ['holder', 'vpa', 'automatic'],
} as const;
const NEEDED = { bank: ['account_number', 'ifsc'], upi: ['vpa'] } as const;

/** The account, and for owners a button for each kind of account. */
export function PayoutMethod(props: { answer: Answer<Method>; owner: boolean }): JSX.Element {
  const { answer, owner } = props;
  return (
    <AnswerOf answer={answer}>
      {({ kind, to, since, automatic }) => (
        <>
          {kind === null ? (
            <Empty text={words.noMethod} />
          ) : (
            <Facts
              rows={[
                [words.kind, nameOf('MethodKind', kind)],
                [words.account, to],
                [words.since, since && moment(since)],
                [words.schedule, say(automatic ? words.yes : words.no)],
              ]}
            />
          )}
          {owner && (
            <div class="actions">
              {(['bank', 'upi'] as const).map((each) => (
                <ActionButton
                  key={each}
                  callable="wallet/set_payout_method"
                  of={each}
                  ask={ASKED[each]}
                  needed={NEEDED[each]}
                  start={{ automatic }}
                  label={each === 'bank' ? words.setBank : words.setUpi}
                  labels={{ automatic: words.automatic }}
                  hints={{ holder: words.holderHint }}
                  about={<p>{say(words.changeAbout)}</p>}
                  onDone={answer.again}
                />
              ))}
            </div>
          )}
        </>
      )}
    </AnswerOf>
  );
}
