// What a lab makes and for how much: the list that clinics order from, changed by the lab's owners.

import type { ServiceForLab } from '@scanner/client';
import type { JSX } from 'preact';
import { rupees } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { account, me } from '../../core/session';
import { type Row, useDocument, useList } from '../../core/watch';
import { say } from '../../core/words';
import { inner } from '../../odontogram/words';
import { Heading } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { type Column, Empty, ListTable } from '../../ui/List';
import css from './catalogue.module.css';
import { ServiceForm } from './ServiceForm';
import { words } from './words';

const COLUMNS: readonly Column<Row<ServiceForLab>>[] = [
  {
    label: words.name,
    cell: ({ name, work }) => (
      <span>
        {name} <span class={css.work}>{nameOf('WorkType', work)}</span>
      </span>
    ),
  },
  {
    label: words.materials,
    cell: ({ materials }) => materials.map((each) => nameOf('Material', each)).join(', '),
  },
  {
    label: words.price,
    cell: ({ price, per }) =>
      say(words.priceOf, { price: rupees(price), per: inner(nameOf('Per', per)) }),
  },
  { label: words.turnaround, cell: ({ turnaround }) => turnaround, figures: true },
  { label: words.offered, cell: ({ active }) => say(active ? words.yes : words.no) },
];

/** The page. */
export default function Catalogue(): JSX.Element {
  const { org } = me.value ?? {};
  const owner = account.value?.owner ?? false;
  const profile = useDocument(() => (org ? scanner().documents.labProfile(org) : null), [org]);
  const list = useList(() => (org ? scanner().lists.labServices({ org }) : null), [org]);
  if (profile.data === null) {
    return (
      <>
        <Heading title={words.catalogue} />
        <Empty text={words.profileFirst}>
          <a href="/profile" data-go="profile">
            {say(words.profile)}
          </a>
        </Empty>
      </>
    );
  }
  const steps = { label: words.steps, cell: (row: Row<ServiceForLab>) => <Steps service={row} /> };
  return (
    <>
      <Heading title={words.catalogue}>{owner && <ServiceForm />}</Heading>
      {!owner && <p class="muted">{say(words.notOwner)}</p>}
      <ListTable<ServiceForLab>
        caption={words.catalogue}
        list={list}
        empty={words.none}
        columns={owner ? [...COLUMNS, steps] : COLUMNS}
      />
    </>
  );
}

function Steps({ service }: { service: Row<ServiceForLab> }) {
  const { id, name, active, updated_at: _, ...said } = service;
  const given = { ...said, name, service_id: id, active: !active };
  return (
    <div class={`actions ${css.steps}`}>
      <ServiceForm key={JSON.stringify(said)} service={service} />
      <ActionButton
        callable="labs/save_service"
        given={given as Parameters<typeof ActionButton<'labs/save_service'>>[0]['given']}
        ask={[]}
        of={`${id} ${active ? 'withdraw' : 'offer'}`}
        action={active ? 'withdraw' : 'offer'}
        label={active ? words.withdraw : words.offer}
        about={<p>{say(active ? words.withdrawAbout : words.offerAbout, { name })}</p>}
      />
    </div>
  );
}
