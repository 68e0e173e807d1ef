// The steps that an admin may take with a payout.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import { ActionButton } from '../../ui/form/ActionButton';
import { type StepForm, Steps } from '../../ui/Steps';
import { About, type Payout } from '../payouts/looks';
import { words } from './payout-words';

/** The buttons; the gateway can be asked again about what it has. */
export function PayoutSteps(props: { payout: Payout; onDone: () => void }): JSX.Element {
  const { payout, onDone } = props;
  const { payout_id, state } = payout;
  return (
    <>
      <Steps
        machine="payout"
        enumeration="PayoutAction"
        state={state}
        parties={['admin']}
        forms={formsOf(payout, onDone)}
      />
      {state === 'sent' && (
        <div class="actions">
          <ActionButton
            callable="payments/send_payouts"
            given={{ payout_ids: [payout_id] }}
            ask={[]}
            of={payout_id}
            label={words.sendAgain}
            about={<p>{say(words.sendAgainAbout)}</p>}
            onDone={onDone}
          />
        </div>
      )}
    </>
  );
}

/** What is recorded of the bank's word, by the step. */
const RESULTS = { pay: 'paid', fail: 'failed', return: 'returned' } as const;

function formsOf(payout: Payout, onDone: () => void): Record<string, StepForm> {
  const { payout_id, state } = payout;
  const shared = { of: payout_id, onDone };
  const result = (step: keyof typeof RESULTS): StepForm => ({
    ...shared,
    callable: 'wallet/record_payout_result',
    given: { payout_id, result: RESULTS[step] },
    ask: [step === 'pay' ? 'utr' : 'failure'],
    needed: [step === 'pay' ? 'utr' : 'failure'],
    about: <About payout={payout} text={step === 'pay' ? words.payAbout : words.failAbout} />,
    danger: step !== 'pay',
  });
  const forms: Record<string, StepForm> = {
    // The first of two approvals is the same act as the only one.
    approve: {
      ...shared,
      callable: 'wallet/approve_payout',
      given: { payout_id },
      look: 'primary',
      about: <About payout={payout} text={words.approveAbout} />,
    },
    reject: {
      ...shared,
      callable: 'wallet/reject_payout',
      given: { payout_id },
      danger: true,
      about: <About payout={payout} text={words.rejectAbout} />,
    },
    export: {
      ...shared,
      callable: 'wallet/export_payouts',
      given: { payout_ids: [payout_id] },
      about: <About payout={payout} text={words.exportAbout} />,
    },
    send: {
      ...shared,
      callable: 'payments/send_payouts',
      given: { payout_ids: [payout_id] },
      about: <About payout={payout} text={words.sendAbout} />,
    },
    return: result('return'),
  };
  // What the gateway has it tells itself: nobody records it by hand.
  return state === 'sent' ? {} : { ...forms, pay: result('pay'), fail: result('fail') };
}
