// Whom invoices are made out to: shown to all of a clinic or lab, changed by its owners.

import type { Wallet } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { scanner } from '../../core/scanner';
import { account, me } from '../../core/session';
import { useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import type { ControlProps } from '../../ui/form/Control';
import { Empty, EndedNote, Waiting } from '../../ui/List';
import { words } from './invoice-words';
import { stateCodes, stateName } from './states';
import { titles } from './titles';

/** The page. */
export default function BillingDetails(): JSX.Element {
  const own = me.value;
  const { data, ended, again } = useDocument(
    () => own && scanner().documents.wallet(own.org),
    [own?.org],
  );
  const billing = data?.billing ?? null;
  return (
    <>
      <Heading title={titles.billing} />
      {ended !== null ? (
        <EndedNote why={ended} again={again} />
      ) : data === undefined ? (
        <Waiting />
      ) : (
        <>
          {billing === null ? (
            <Empty text={words.noBilling} />
          ) : (
            <Facts
              rows={[
                [words.legalName, billing.legal_name],
                [words.address, billing.address],
                [words.state, stateName(billing.state)],
                [words.gstin, billing.gstin],
                [words.pan, data?.pan],
              ]}
            />
          )}
          {account.value?.owner ? (
            <BillingForm key={JSON.stringify(billing)} billing={billing} />
          ) : (
            <p class="muted">{say(words.ownersChange)}</p>
          )}
        </>
      )}
    </>
  );
}

function BillingForm({ billing }: { billing: Wallet['billing'] }) {
  const [open, setOpen] = useState(billing === null);
  if (!open) {
    return (
      <div class="actions">
        <button type="button" class="secondary" data-change onClick={() => setOpen(true)}>
          {say(words.change)}
        </button>
      </div>
    );
  }
  const { legal_name = '', address = '', state = '', gstin = '' } = billing ?? {};
  return (
    <>
      <p>{say(words.billingAbout)}</p>
      <ActionForm
        callable="wallet/set_billing"
        ask={me.value?.role === 'lab' ? ['billing', 'pan'] : ['billing']}
        start={{ billing: { legal_name, address, state, gstin: gstin ?? '' } }}
        label={words.save}
        done={words.saved}
        labels={{ 'billing.state': words.state }}
        hints={{
          'billing.address': words.addressHint,
          'billing.gstin': words.gstinHint,
          pan: words.panHint,
        }}
        controls={{ 'billing.state': StateSelect }}
      />
    </>
  );
}

function StateSelect({ id, path, value, onChange, describedBy, invalid }: ControlProps) {
  return (
    <select
      id={id}
      data-field={path}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{say(words.chooseState)}</option>
      {stateCodes().map((code) => (
        <option key={code} value={code}>
          {stateName(code)}
        </option>
      ))}
    </select>
  );
}
